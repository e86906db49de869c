package dev.xeroauth.accounting;

/**
 * Xero refused the token (401) although it is the newest there is: the user has disconnected the app, as a rule. For a
 * custom connection the app's page at Xero is the place to mend that. Where it is a scope that is missing, {@link
 * InsufficientScopeException} is thrown instead.
 */
public final class UnauthorizedException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(AnswerHead head, ErrorBody body) {
        super(
                head,
                body,
                "Xero refused the newest token; look at "
                        + (head.isCustomConnection() ? "the app's page at Xero" : "the grant's status"),
                null);
    }
}
