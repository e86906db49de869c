package dev.xeroauth.internal.http;

import org.jspecify.annotations.Nullable;

/** Xero's keys could not be read. Its message is the reason in a word or two. */
public final class KeysNotReadException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason status or kind of failure, without what was answered */
    public KeysNotReadException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
