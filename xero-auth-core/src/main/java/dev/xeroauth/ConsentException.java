package dev.xeroauth;

import org.jspecify.annotations.Nullable;

/**
 * A consent did not come about; the user may begin again. Nothing was stored, and a grant from before stays as it was; but with
 * {@link Reason#NO_TENANTS} the grant is there, with {@link Reason#ALREADY_COMPLETED} it is from the first time, and with {@link
 * Reason#NO_ANSWER} the completion may still go on.
 */
public final class ConsentException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** The user said no, or Xero ended it on the user's behalf. */
        DENIED,
        /** Xero refused what the application asked for: a scope, the redirect URI, its kind. An operator mends it. */
        APP_REJECTED,
        /** Xero was not able to ask the user. */
        XERO_UNAVAILABLE,
        /** The callback does not belong to this consent request: forged, swapped, or from another browser. */
        STATE_MISMATCH,
        /** The sealed request was made for another grant than the one that it is taken up for. */
        OTHER_GRANT,
        /** More than ten minutes went by, or the sealed request was changed or belongs to another installation. */
        EXPIRED_OR_CHANGED,
        /** The callback address holds neither a code nor an error. */
        UNREADABLE_CALLBACK,
        /** Xero did not accept the code: used twice, or older than five minutes. */
        CODE_REFUSED,
        /** This very callback was completed before, or is being completed: somebody has loaded the page twice. Xero was not asked. */
        ALREADY_COMPLETED,
        /** Xero did not answer, or not in a form that can be read. */
        NO_ANSWER,
        /** Xero issued no refresh token, although {@code offline_access} was asked for. */
        NO_REFRESH_TOKEN,
        /** Another Xero user than before came back, which {@link ConsentOptions#refuseAnotherUser} refuses. */
        ANOTHER_USER,
        /** The user allowed access to no organisation: the tokens are stored, and reach nothing. */
        NO_TENANTS
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
