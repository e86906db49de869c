package dev.xeroauth.jdbc;

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

/** Grants to store. */
final class Grants {

    static final String SEALED_TEXT = "sealed-payload";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Grants() {}

    static StoredGrant grant(String id) {
        return new StoredGrant(
                GrantId.of(id),
                Revision.random(RANDOM),
                GrantStatus.CONNECTED,
                Lane.ROUTINE,
                Optional.of(Instant.ofEpochMilli(1_790_000_000_123L)),
                SealedRecord.of(SEALED_TEXT.getBytes(StandardCharsets.UTF_8)));
    }
}
