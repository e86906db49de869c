package dev.xeroauth;

/** Tokens from elsewhere did not become a grant. What the caller has is untouched, unless {@link Reason} says otherwise. */
public final class TokenImportException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** The access token was issued to another app: only that one can refresh it. Nothing was stored, Xero was not asked. */
        OTHER_APP,
        /** There is a grant of that name, whose tokens may be newer. It was left as it is. */
        GRANT_EXISTS,
        /** Xero does not accept the refresh token: used up, revoked, expired, or another app's. Nothing is stored. */
        REFUSED,
        /** The grant is stored, and Xero connects none of the tenants to it. */
        NO_TENANTS
    }

    private final transient Reason reason;

    /**
     * Says what stood in the way.
     *
     * @param reason the kind of failure
     * @param message what happened and what to do
     */
    public TokenImportException(Reason reason, String message) {
        super(message, null);
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
