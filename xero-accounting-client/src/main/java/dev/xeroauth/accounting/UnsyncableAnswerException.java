package dev.xeroauth.accounting;

/**
 * Xero's list is not what a sync is built on: its documents are in another order, or lack the time of their change. Going on
 * could miss some. Report the message to this library; {@code list(...)} is not concerned.
 */
public final class UnsyncableAnswerException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    UnsyncableAnswerException(AnswerHead head, String what) {
        super(head, ErrorBody.NOTHING, "the answer is nothing to sync by: " + what, null);
    }
}
