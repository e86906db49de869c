package dev.xeroauth;

import org.jspecify.annotations.Nullable;

/**
 * A stored record could not be sealed or opened: a key is missing, the record was damaged or belongs to another place, or
 * a newer version wrote it. An operator mends it; the stored bytes were not touched.
 */
public final class SealedRecordException extends XeroException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the grant or key concerned and what to do; no part of the record
     * @param cause what the cipher said, if anything
     */
    public SealedRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
