package dev.xeroauth.tests;

import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.security.SecureRandom;
import java.util.Arrays;

/** Two keys, the rings of a rotation, and what they seal. */
final class Keys {

    static final String OLD = "2026-11";
    static final String NEW = "2027-05";

    /** As before the rotation. */
    static final KeyRing BEFORE = Connected.keys();
    /** Its first step: the new key opens everywhere. */
    static final KeyRing FIRST = BEFORE.alsoOpening(NEW, bytes(NEW));
    /** Its second step: the new key seals. */
    static final KeyRing SECOND = KeyRing.of(NEW, bytes(NEW)).alsoOpening(OLD, bytes(OLD));
    /** When the old key is gone. */
    static final KeyRing AFTER = KeyRing.of(NEW, bytes(NEW));

    private static final AesGcmTokenCipher ALL = new AesGcmTokenCipher(() -> SECOND, new SecureRandom());

    private Keys() {}

    static byte[] bytes(String id) {
        byte[] key = new byte[32];
        key[0] = (byte) (id.equals(OLD) ? 1 : 2);
        return key;
    }

    static StoredGrant stored(TokenStore store, GrantId id) {
        return store.find(id).orElseThrow();
    }

    static String keyOf(StoredGrant grant) {
        return ALL.keyId(grant.sealed()).orElseThrow();
    }

    static byte[] payload(StoredGrant grant) {
        return ALL.open(grant.sealed(), place(grant));
    }

    /** The same record with another payload, under the ring's sealing key. */
    static StoredGrant sealed(StoredGrant grant, byte[] payload) {
        return with(grant, ALL.seal(payload, place(grant)));
    }

    static StoredGrant with(StoredGrant grant, SealedRecord sealed) {
        return new StoredGrant(grant.id(), grant.revision(), grant.status(), grant.lane(), grant.dueAt(), sealed);
    }

    static StoredGrant flipped(StoredGrant grant, int bit) {
        byte[] bytes = grant.sealed().bytes();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return with(grant, SealedRecord.of(bytes));
    }

    static StoredGrant cut(StoredGrant grant, int length) {
        return with(grant, SealedRecord.of(Arrays.copyOf(grant.sealed().bytes(), length)));
    }

    private static SealContext place(StoredGrant grant) {
        return new SealContext("production", grant.id(), grant.revision());
    }
}
