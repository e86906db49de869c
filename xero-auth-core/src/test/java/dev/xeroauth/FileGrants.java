package dev.xeroauth;

import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Grants to store in files. What is sealed in them follows from a serial number. */
final class FileGrants {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private static final SecureRandom RANDOM = new SecureRandom();

    private FileGrants() {}

    static StoredGrant grant(String id, int serial) {
        return grant(id, serial, Lane.ROUTINE);
    }

    static StoredGrant grant(String id, int serial, Lane lane) {
        return new StoredGrant(
                GrantId.of(id),
                Revision.random(RANDOM),
                GrantStatus.CONNECTED,
                lane,
                Optional.of(NOON),
                SealedRecord.of(bytes(serial)));
    }

    /** The first four tell which one it is, the others are up to 64 KB that follow from it. */
    private static byte[] bytes(int serial) {
        Random random = new Random(serial);
        byte[] bytes = new byte[4 + random.nextInt(serial % 4 == 0 ? SealedRecord.MAX_BYTES - 4 : 200)];
        random.nextBytes(bytes);
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (serial >> (8 * i));
        }
        return bytes;
    }

    /** The serial number, if every byte is as it was written. */
    static int serial(StoredGrant grant) {
        byte[] bytes = grant.sealed().bytes();
        int serial = 0;
        for (int i = 0; i < 4; i++) {
            serial |= (bytes[i] & 0xff) << (8 * i);
        }
        if (!grant.sealed().equals(SealedRecord.of(bytes(serial)))) {
            throw new IllegalStateException("Not what was written: " + grant);
        }
        return serial;
    }

    static StoredGrant stored(FileTokenStore store, String id) {
        StoredGrant grant = grant(id, 1);
        if (!store.replace(grant, Revision.NONE)) {
            throw new IllegalStateException(id + " is there");
        }
        return grant;
    }
}
