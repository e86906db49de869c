package dev.xeroauth;

import org.jspecify.annotations.Nullable;

/**
 * The token store could not be read or written. Try again later; if it stays so, an operator mends the store. What was
 * stored is still there, and tokens that could not be saved are kept in memory until they can.
 */
public final class StoreException extends XeroException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message what could not be done, for which grant, and what to look at
     * @param cause what the store threw, if anything
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
