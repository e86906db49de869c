package dev.xeroauth.spi;

import java.util.Arrays;

/**
 * Bytes that only a {@link TokenCipher} can read. A store keeps them as they are and never looks inside.
 *
 * <p>Immutable; equal if the bytes are equal. Its text form shows the size alone.
 */
public final class SealedRecord {

    /** The largest sealed record that a store must accept, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private final byte[] bytes;

    private SealedRecord(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Wraps a copy of these bytes.
     *
     * @param bytes 1 to {@link #MAX_BYTES} bytes
     * @return the sealed record
     * @throws IllegalArgumentException if there are no bytes, or too many
     */
    public static SealedRecord of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A sealed record has 1 to " + MAX_BYTES + " bytes, this one has " + bytes.length);
        }
        return new SealedRecord(bytes.clone());
    }

    /**
     * The bytes, as a copy.
     *
     * @return the bytes to store
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * How many bytes there are.
     *
     * @return the number of bytes
     */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedRecord that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedRecord[" + bytes.length + " bytes]";
    }
}
