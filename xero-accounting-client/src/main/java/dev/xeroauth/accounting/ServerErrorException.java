package dev.xeroauth.accounting;

/**
 * Xero failed (5xx), or the organisation is offline for some minutes (503). A read may be repeated; of a write it is unknown
 * whether it was done: repeated within six minutes under the same {@link #idempotencyKey()} it is done once, or the same
 * failure is answered again for these six minutes, as Xero remembers failures too.
 */
public final class ServerErrorException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    ServerErrorException(AnswerHead head, ErrorBody body) {
        super(head, body, head.asked().isWrite() ? "Xero failed" : "Xero failed; ask again later", null);
    }
}
