package dev.xeroauth.accounting;

/** Xero failed (5xx), or the organisation is offline for some minutes (503). A read may be repeated. */
public final class ServerErrorException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    ServerErrorException(AnswerHead head) {
        super(head, "Xero failed; ask again later", null);
    }
}
