package dev.xeroauth;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that the library throws on purpose. Its subclasses are split by who can mend the matter.
 *
 * <p>No message in this family holds a token, a secret or a customer's data.
 */
public abstract class XeroException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * For subclasses.
     *
     * @param message what happened and what to do about it
     * @param cause what it comes from, if anything
     */
    protected XeroException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
