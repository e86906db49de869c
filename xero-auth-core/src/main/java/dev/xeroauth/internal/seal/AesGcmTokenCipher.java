package dev.xeroauth.internal.seal;

import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.TokenCipher;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM under the application's key ring. A sealed record is {@code format version (1 byte) ‖ length of the key id
 * (1) ‖ key id ‖ nonce (12) ‖ ciphertext and tag}; version, key id, environment, grant and revision are authenticated with
 * it.
 */
public final class AesGcmTokenCipher implements TokenCipher {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeySource keys;
    private final RandomGenerator random;

    /**
     * @param keys asked at every call, by its thread
     * @param random a cryptographically strong source of nonces
     */
    public AesGcmTokenCipher(Supplier<KeyRing> keys, RandomGenerator random) {
        this(keys, random, Runnable::run);
    }

    /**
     * The same where keys can be changed while the service runs.
     *
     * @param threads who asks for them, so that a service of keys that hangs holds up nobody for long
     */
    public AesGcmTokenCipher(Supplier<KeyRing> keys, RandomGenerator random, Executor threads) {
        this.keys = new KeySource(keys, threads);
        this.random = random;
    }

    @Override
    public SealedRecord seal(byte[] plaintext, SealContext context) {
        KeyRing ring = ring(context);
        String keyId = ring.sealingKeyId();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] ciphertext;
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keyOf(ring, keyId, context), nonce);
            cipher.updateAAD(associatedData(keyId, context));
            ciphertext = cipher.doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new SealedRecordException(
                    "The record of the grant '" + context.grantId() + "' could not be sealed", e);
        }
        byte[] id = keyId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer sealed = ByteBuffer.allocate(2 + id.length + NONCE_BYTES + ciphertext.length);
        sealed.put(FORMAT).put((byte) id.length).put(id).put(nonce).put(ciphertext);
        return SealedRecord.of(sealed.array());
    }

    @Override
    public byte[] open(SealedRecord sealed, SealContext context) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        byte format = bytes.get();
        if (format != FORMAT) {
            throw new SealedRecordException(
                    "The record of the grant '" + context.grantId() + "' has format " + format + ", and this version of"
                            + " the library reads format " + FORMAT + ": update this instance",
                    null);
        }
        try {
            String keyId = keyIdIn(bytes);
            byte[] nonce = take(bytes, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, keyOf(ring(context), keyId, context), nonce);
            cipher.updateAAD(associatedData(keyId, context));
            // Without any input, decrypting returns nothing instead of missing the tag.
            return cipher.doFinal(takeAll(bytes, TAG_BITS / Byte.SIZE));
        } catch (AEADBadTagException e) {
            throw notAuthentic(context, e);
        } catch (GeneralSecurityException e) {
            throw new SealedRecordException(
                    "The record of the grant '" + context.grantId() + "' could not be opened", e);
        } catch (BufferUnderflowException e) {
            throw new SealedRecordException("The record of the grant '" + context.grantId() + "' is cut short", e);
        }
    }

    @Override
    public boolean needsResealing(SealedRecord sealed) {
        String sealing = keys.ring("Nothing can be sealed").sealingKeyId();
        return keyId(sealed).filter(sealing::equals).isEmpty();
    }

    @Override
    public Optional<String> keyId(SealedRecord sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        try {
            return bytes.get() == FORMAT ? Optional.of(keyIdIn(bytes)) : Optional.empty();
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private KeyRing ring(SealContext context) {
        return keys.ring("The record of the grant '" + context.grantId() + "' can be neither sealed nor opened");
    }

    private static String keyIdIn(ByteBuffer bytes) {
        return new String(take(bytes, bytes.get()), StandardCharsets.UTF_8);
    }

    private static SecretKey keyOf(KeyRing ring, String keyId, SealContext context) {
        return ring.key(keyId)
                .orElseThrow(() -> new SealedRecordException(
                        "The record of the grant '" + context.grantId() + "' is sealed with the key '" + keyId
                                + "', which the key ring lacks; it holds " + ring.keyIds()
                                + ". Add it with alsoOpening",
                        null));
    }

    private static SealedRecordException notAuthentic(SealContext context, AEADBadTagException cause) {
        return new SealedRecordException(
                "The record of the grant '" + context.grantId() + "' does not open in the environment '"
                        + context.environment() + "': it was damaged, or sealed for another environment, grant or"
                        + " revision, or with another key of the same name",
                cause);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** Every part with its length, so that no two contexts make the same bytes. */
    private static byte[] associatedData(String keyId, SealContext context) {
        byte[][] parts = {
            utf8(keyId),
            utf8(context.environment()),
            utf8(context.grantId().value()),
            utf8(context.revision().value())
        };
        int size = 1;
        for (byte[] part : parts) {
            size += Integer.BYTES + part.length;
        }
        ByteBuffer data = ByteBuffer.allocate(size).put(FORMAT);
        for (byte[] part : parts) {
            data.putInt(part.length).put(part);
        }
        return data.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] takeAll(ByteBuffer bytes, int atLeast) {
        return take(bytes, Math.max(bytes.remaining(), atLeast));
    }

    private static byte[] take(ByteBuffer bytes, int count) {
        if (count < 0 || count > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }
}
