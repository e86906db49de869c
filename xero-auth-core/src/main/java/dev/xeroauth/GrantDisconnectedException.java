package dev.xeroauth;

/**
 * Xero no longer accepts this grant's tokens: it was revoked, or lay unused for 60 days. Its Xero user has to consent
 * again. {@link XeroAuth#retry} asks Xero once more, for an operator who thinks that it erred; else nothing helps.
 */
public final class GrantDisconnectedException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient GrantId grantId;

    /**
     * Says which grant has to be connected again.
     *
     * @param grantId the grant
     * @param lastError Xero's error code for the refusal, such as {@code invalid_grant}
     */
    public GrantDisconnectedException(GrantId grantId, String lastError) {
        super(
                "Xero no longer accepts the grant '" + grantId + "' (" + lastError + "). Its user has to consent again:"
                        + " consent().begin(...) with the same grant id",
                null);
        this.grantId = grantId;
    }

    /**
     * The grant that is disconnected.
     *
     * @return its id
     */
    public GrantId grantId() {
        return grantId;
    }
}
