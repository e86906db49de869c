package dev.xeroauth.redis;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grants to store. */
final class Grants {

    static final String SEALED_TEXT = "sealed-payload";
    static final Instant NOON = Instant.ofEpochMilli(1_790_000_000_123L);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Grants() {}

    static StoredGrant grant(String id) {
        return grant(id, Lane.ROUTINE, NOON);
    }

    static StoredGrant grant(String id, Lane lane, @Nullable Instant dueAt) {
        return new StoredGrant(
                GrantId.of(id),
                revision(),
                GrantStatus.CONNECTED,
                lane,
                Optional.ofNullable(dueAt),
                SealedRecord.of(SEALED_TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    static Revision revision() {
        return Revision.random(RANDOM);
    }
}
