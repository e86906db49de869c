package dev.xeroauth.benchmarks.stores;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Grants as they are in a store, of which only a few are due. */
final class Grants {

    static final int DUE = 10;
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** About that of a record with one tenant and no spares. */
    private static final int SEALED_BYTES = 3_000;

    private static final Duration LATER = Duration.ofDays(20);

    private final Random random = new Random(42);

    static GrantId id(int number) {
        return GrantId.of("customer-" + number);
    }

    /** The first few are due. */
    void create(TokenStore store, int count) {
        for (int i = 0; i < count; i++) {
            Instant dueAt = i < DUE ? NOW : NOW.plus(LATER).plusMillis(i);
            if (!store.replace(grant(id(i), dueAt), Revision.NONE)) {
                throw new IllegalStateException("It is there already: " + id(i));
            }
        }
    }

    /** What a refresh does to a record: reads it, writes its lease, and the new tokens. */
    void acquireAndSave(TokenStore store, GrantId id) {
        StoredGrant found = store.find(id).orElseThrow();
        StoredGrant leased = grant(id, NOW.plus(LATER));
        StoredGrant saved = grant(id, NOW.plus(LATER));
        if (!store.replace(leased, found.revision()) || !store.replace(saved, leased.revision())) {
            throw new IllegalStateException("Nobody else writes here");
        }
    }

    private StoredGrant grant(GrantId id, Instant dueAt) {
        byte[] sealed = new byte[SEALED_BYTES];
        random.nextBytes(sealed);
        return new StoredGrant(
                id,
                Revision.random(random),
                GrantStatus.CONNECTED,
                Lane.ROUTINE,
                Optional.of(dueAt),
                SealedRecord.of(sealed));
    }
}
