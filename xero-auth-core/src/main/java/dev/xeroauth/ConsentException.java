package dev.xeroauth;

import org.jspecify.annotations.Nullable;

/** A consent did not come about. Nothing was stored; the user may begin again. */
public final class ConsentException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** The user said no, or Xero refused on the user's behalf. */
        DENIED,
        /** The callback does not belong to this consent request: forged, swapped, or from another browser. */
        STATE_MISMATCH,
        /** More than ten minutes went by, or the sealed request was changed or belongs to another installation. */
        EXPIRED_OR_CHANGED,
        /** The callback address holds neither a code nor an error. */
        UNREADABLE_CALLBACK,
        /** Xero did not accept the code: used twice, or older than five minutes. */
        CODE_REFUSED,
        /** Xero did not answer, or not in a form that can be read. */
        NO_ANSWER,
        /** Xero issued no refresh token, although {@code offline_access} was asked for. */
        NO_REFRESH_TOKEN
    }

    private final transient Reason reason;

    /**
     * Says what stood in the way.
     *
     * @param reason the kind of failure
     * @param message what happened and what to do
     * @param cause what it comes from, if anything
     */
    public ConsentException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * The kind of failure.
     *
     * @return what stood in the way
     */
    public Reason reason() {
        return reason;
    }
}
