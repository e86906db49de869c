package dev.xeroauth.spi;

import dev.xeroauth.SealedRecordException;
import java.util.Optional;

/**
 * Seals what a store keeps. The usual one is AES-256-GCM under a {@link dev.xeroauth.KeyRing}; an application may bring
 * its own, over a key management service for example.
 *
 * <p>Safe for use by any number of threads. May block; it is called on the library's own threads, and for a
 * consent on its caller's.
 */
public interface TokenCipher {

    /**
     * Encrypts and authenticates, bound to its place.
     *
     * @param plaintext what to seal
     * @param context the place; the same one opens it
     * @return the sealed bytes, with everything needed to open them but the key
     * @throws SealedRecordException if there is no key to seal with
     */
    SealedRecord seal(byte[] plaintext, SealContext context);

    /**
     * Opens what was sealed for this place.
     *
     * @param sealed what {@link #seal} returned, in this version or an older one
     * @param context the place it was found in
     * @return the plaintext
     * @throws SealedRecordException if a key is missing, the format is newer than this version reads, the bytes are
     *     damaged, or they were sealed for another place; the stored bytes stay as they are
     */
    byte[] open(SealedRecord sealed, SealContext context);

    /**
     * Whether {@link #seal} would use another key or format by now. Looks at the outside alone, and need not notice damage.
     *
     * @param sealed what {@link #seal} returned, in this version or an older one
     * @return false: {@link dev.xeroauth.XeroAuth#resealAll} leaves the record as it is; true unless overridden, so that it seals
     *     every record anew
     * @throws SealedRecordException if there is no key to seal with
     */
    default boolean needsResealing(SealedRecord sealed) {
        return true;
    }

    /**
     * The name of the key that a record is sealed with. Looks at the outside alone.
     *
     * @param sealed what {@link #seal} returned, in this version or an older one
     * @return the key's name, which is no secret; empty unless overridden, or if the bytes do not tell
     */
    default Optional<String> keyId(SealedRecord sealed) {
        return Optional.empty();
    }
}
