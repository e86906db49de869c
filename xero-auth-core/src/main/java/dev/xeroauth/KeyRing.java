package dev.xeroauth;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that stored grants are sealed with: one seals, all of them open. Immutable; its text form shows the key ids
 * alone.
 *
 * <p>To rotate without interruption, first let every instance open the new key ({@link #alsoOpening}), and in the next
 * deploy seal with it while still opening the old one.
 */
public final class KeyRing {

    private static final int KEY_BYTES = 32;
    private static final int MAX_ID_BYTES = 100;

    private final String sealingKeyId;
    private final Map<String, SecretKey> keys;

    private KeyRing(String sealingKeyId, Map<String, SecretKey> keys) {
        this.sealingKeyId = sealingKeyId;
        this.keys = keys;
    }

    /**
     * A ring with one key, which seals and opens.
     *
     * @param keyId the key's name, stored in clear with every record, 1 to 100 bytes in UTF-8; {@code "2026-11"}
     * @param key 32 random bytes; they are copied
     * @return the ring
     * @throws IllegalArgumentException if the id or the key has the wrong length, or the key consists of one byte
     *     repeated
     */
    public static KeyRing of(String keyId, byte[] key) {
        return new KeyRing(keyId, Map.of(checkedId(keyId), aesKey("The key '" + keyId + "'", key)));
    }

    /**
     * A ring that opens what was sealed with one more key.
     *
     * @param keyId the other key's name
     * @param key 32 random bytes; they are copied
     * @return a new ring; this one stays as it is
     * @throws IllegalArgumentException if the id is in the ring already, or as {@link #of} says
     */
    public KeyRing alsoOpening(String keyId, byte[] key) {
        if (keys.containsKey(keyId)) {
            throw new IllegalArgumentException("The key id '" + keyId + "' is in the ring already");
        }
        Map<String, SecretKey> more = new LinkedHashMap<>(keys);
        more.put(checkedId(keyId), aesKey("The key '" + keyId + "'", key));
        return new KeyRing(sealingKeyId, Map.copyOf(more));
    }

    /**
     * The ring that the environment holds: {@code XERO_SEALING_KEY}, such as {@code 2026-11:BASE64}, seals and opens; {@code
     * XERO_OPENING_KEYS} holds further keys of that form, separated by commas, which open alone, and may be left out. A key is 32
     * random bytes in Base64, as {@code openssl rand -base64 32} makes them. The variables are read once, now.
     *
     * @return the ring
     * @throws XeroConfigurationException if {@code XERO_SEALING_KEY} is not set, or an entry is no key; the message names all
     *     such entries by their place, and shows no part of them
     */
    public static KeyRing fromEnvironment() {
        return KeysInEnvironment.read(System.getenv());
    }

    /**
     * The name of the key that seals.
     *
     * @return the key id
     */
    public String sealingKeyId() {
        return sealingKeyId;
    }

    /**
     * The names of all keys that open.
     *
     * @return the key ids, the sealing one among them
     */
    public Set<String> keyIds() {
        return keys.keySet();
    }

    /**
     * A key of the ring.
     *
     * @param keyId its name
     * @return the AES-256 key, or empty if the ring does not hold it
     */
    public Optional<SecretKey> key(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    static String checkedId(String keyId) {
        int length = keyId.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > MAX_ID_BYTES) {
            throw new IllegalArgumentException("A key id has 1 to " + MAX_ID_BYTES + " bytes, this one has " + length);
        }
        return keyId;
    }

    static SecretKey aesKey(String which, byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    which + " must have " + KEY_BYTES + " bytes (AES-256), it has " + key.length);
        }
        byte[] copy = key.clone();
        if (isOneByteRepeated(copy)) {
            throw new IllegalArgumentException(which + " is one byte repeated: it needs to be random");
        }
        return new SecretKeySpec(copy, "AES");
    }

    private static boolean isOneByteRepeated(byte[] key) {
        for (byte b : key) {
            if (b != key[0]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "KeyRing[sealing=" + sealingKeyId + ", opening=" + new TreeSet<>(keys.keySet()) + "]";
    }
}
