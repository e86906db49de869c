package dev.xeroauth.spi;

import java.util.Base64;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which write of a record this is: a fresh random value for every write, never a counter, so that a store which lost its
 * last write cannot hand out the same revision twice.
 *
 * @param value 22 characters of the URL-safe Base64 alphabet (128 bits), or nothing for {@link #NONE}
 */
public record Revision(String value) {

    /** Expected of a record that must not exist yet. No record ever carries it. */
    public static final Revision NONE = new Revision("");

    private static final int LENGTH = 22;
    private static final int RANDOM_BYTES = 16;

    /**
     * Checks the value.
     *
     * @param value see {@link Revision}
     * @throws IllegalArgumentException if it is neither empty nor 22 characters of the URL-safe Base64 alphabet
     */
    public Revision {
        if (!value.isEmpty() && !isWellFormed(value)) {
            throw new IllegalArgumentException("A revision is 22 characters of the URL-safe Base64 alphabet");
        }
    }

    /**
     * Makes a revision that was never used before.
     *
     * @param random a cryptographically strong source, {@link java.security.SecureRandom} in production
     * @return a fresh revision
     */
    public static Revision random(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new Revision(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static boolean isWellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isUrlSafeBase64(value.charAt(i))) {
                return false;
            }
        }
        return value.length() == LENGTH;
    }

    private static boolean isUrlSafeBase64(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    // Written out: what a record brings is put together when it is first called, of a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Revision that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
