package dev.xeroauth.accounting;

/**
 * Xero failed (5xx), or the organisation is offline for some minutes (503). A read may be repeated; of a write it is unknown
 * whether it was done: repeated within six minutes under the same {@link #idempotencyKey()} it is done once, or the same
 * failure is answered again for these six minutes, as Xero remembers failures too.
 */
public final class ServerErrorException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    ServerErrorException(AnswerHead head, ErrorBody body) {
        super(
                head,
                body,
                head.isWrite()
                        ? "Xero failed, and may have done it: repeat it within 6 minutes under the same idempotencyKey()"
                        : "Xero failed; ask again later",
                null);
    }

    /**
     * Whether Xero may have done what was asked for.
     *
     * @return true for a write
     */
    @Override
    public boolean outcomeUnknown() {
        return head().isWrite();
    }
}
