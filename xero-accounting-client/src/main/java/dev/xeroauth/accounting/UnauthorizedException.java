package dev.xeroauth.accounting;

/**
 * Xero refused the token (401) although it is the newest there is. Either the consent lacks a scope, and a new consent
 * with it mends that, or the user has disconnected the app.
 */
public final class UnauthorizedException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    private final transient boolean scopeMissing;

    UnauthorizedException(AnswerHead head, boolean scopeMissing) {
        super(
                head,
                scopeMissing
                        ? "the consent lacks the scope for this; ask for a new consent with it"
                        : "Xero refused the newest token; look at the grant's status",
                null);
        this.scopeMissing = scopeMissing;
    }

    /**
     * Whether Xero said that a scope is missing.
     *
     * @return false if it refused the token for another reason
     */
    public boolean scopeMissing() {
        return scopeMissing;
    }
}
