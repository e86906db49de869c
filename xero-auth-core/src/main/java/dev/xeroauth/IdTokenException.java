package dev.xeroauth;

import org.jspecify.annotations.Nullable;

/** An ID token is not accepted, so nobody knows who the user is. Access and refresh tokens are another matter. */
public final class IdTokenException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** No signed JSON Web Token, or one without the claims that every ID token has. */
        UNREADABLE,
        /** Signed otherwise than by RS256, or not at all. */
        ALGORITHM,
        /** The key that it names is not among Xero's. */
        UNKNOWN_KEY,
        /** The signature is not that of the key which it names. */
        SIGNATURE,
        /** Issued by somebody else than Xero. */
        ISSUER,
        /** Issued to another app. */
        AUDIENCE,
        /** It does not belong to this consent. */
        NONCE,
        /** Its time is over. */
        EXPIRED,
        /** Its time has not come. */
        NOT_YET_VALID,
        /** It names no user of Xero. */
        NO_USER,
        /** The key that it names is not known, and Xero's keys could not be read. */
        KEYS_UNAVAILABLE
    }

    private final transient Reason reason;

    /**
     * Says what is wrong with it.
     *
     * @param reason the kind of failure
     * @param message what happened and what to do, without a word of the token
     * @param cause what it comes from, if anything
     */
    public IdTokenException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * The kind of failure.
     *
     * @return what is wrong with the token
     */
    public Reason reason() {
        return reason;
    }
}
