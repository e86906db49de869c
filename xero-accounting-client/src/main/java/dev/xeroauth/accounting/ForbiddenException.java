package dev.xeroauth.accounting;

/**
 * Xero does not allow this (403): the tenant is not connected any more, or the role of the user who connected it does not
 * suffice. Other tenants of the grant are fine.
 */
public final class ForbiddenException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    /** Rather than the user's role. */
    private final boolean tenantNotConnected;

    ForbiddenException(AnswerHead head, ErrorBody body, boolean tenantNotConnected) {
        super(
                head,
                body,
                tenantNotConnected
                        ? notConnected(head)
                        : "the role of the user who connected the organisation does not allow this",
                null);
        this.tenantNotConnected = tenantNotConnected;
    }

    private static String notConnected(AnswerHead head) {
        return head.isCustomConnection()
                ? "the organisation is not connected; look at the app's page at Xero"
                : "the tenant is not connected; its user has to connect it again";
    }

    /**
     * Whether Xero said that the tenant is not connected.
     *
     * @return false if the user's role is what is missing
     */
    public boolean tenantNotConnected() {
        return tenantNotConnected;
    }
}
