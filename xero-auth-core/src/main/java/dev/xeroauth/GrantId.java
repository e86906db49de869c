package dev.xeroauth;

import org.jspecify.annotations.Nullable;

/**
 * The application's name for one grant: one Xero user's consent to the app. It is the key of the store.
 *
 * <p>The application chooses it, {@code "customer-42"} for example. It is stored in clear and may be logged, so it should
 * not be a person's name or address.
 *
 * @param value 1 to 200 characters, without control characters and without white space at either end
 */
public record GrantId(String value) implements Comparable<GrantId> {

    private static final int MAX_LENGTH = 200;

    /**
     * Checks the value.
     *
     * @param value see {@link GrantId}
     * @throws IllegalArgumentException if it is empty, too long, has white space at either end, or holds a control
     *     character or half a surrogate pair
     */
    public GrantId {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A grant id has 1 to " + MAX_LENGTH + " characters, this one has " + value.length());
        }
        if (!value.strip().equals(value)) {
            throw new IllegalArgumentException("A grant id has no white space at its start or end");
        }
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (cannotBeStored(value.codePointAt(i))) {
                throw new IllegalArgumentException("A grant id holds no control characters and no unpaired surrogates");
            }
        }
    }

    /**
     * Makes a grant id.
     *
     * @param value 1 to 200 characters, see {@link GrantId}
     * @return the grant id
     * @throws IllegalArgumentException if the value is not allowed
     */
    public static GrantId of(String value) {
        return new GrantId(value);
    }

    private static boolean cannotBeStored(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /**
     * Orders by code point, which is the order in which every store lists its grants.
     *
     * @param other another grant id
     * @return negative, zero or positive, as {@link Comparable} says
     */
    @Override
    public int compareTo(GrantId other) {
        return compareCodePoints(value, other.value);
    }

    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // A surrogate stands for a code point above every char that is none.
                boolean sameKind = Character.isSurrogate(x) == Character.isSurrogate(y);
                return sameKind
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    // Written out: what a record brings is put together when it is first called, of a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrantId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
