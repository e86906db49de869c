package dev.xeroauth.accounting;

/** There is no such object in this tenant (404). */
public final class NotFoundException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(AnswerHead head, ErrorBody body) {
        super(head, body, "there is no such object in this tenant", null);
    }
}
