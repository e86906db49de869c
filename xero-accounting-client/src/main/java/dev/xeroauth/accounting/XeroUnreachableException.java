package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroException;
import java.io.IOException;
import java.util.Optional;

/**
 * There was no answer: no connection, a time-out, or an interrupted thread, whose interrupt flag is then still set. A read
 * may be repeated; of a write it is unknown whether it was done.
 *
 * <p>For a write it also stands in the place of another {@link XeroException}, which is its cause then: no token could be had
 * for another attempt, after one whose answer was lost or said neither that it was done nor that it was refused.
 */
public final class XeroUnreachableException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** What was asked for. */
    private final Asked asked;

    XeroUnreachableException(Asked asked, IOException cause) {
        super(message(asked, ""), cause);
        this.asked = asked;
    }

    /** For a problem that kept a write from being sent again, after it may have been carried out. */
    XeroUnreachableException(Asked asked, XeroException problem) {
        super(message(asked, "; it was not sent again, because: " + problem.getMessage()), problem);
        this.asked = asked;
    }

    private static String message(Asked asked, String more) {
        String advice = asked.isWrite() ? ", which may have done it: " + Asked.ADVICE : "";
        return asked.operation() + ": no answer from Xero" + advice + " (" + asked.whose() + ")" + more;
    }

    /**
     * Whether Xero may have done what was asked for.
     *
     * @return true for a write: repeat it under the same key within 6 minutes, or look whether it was done; false for reads
     */
    public boolean outcomeUnknown() {
        return asked.isWrite();
    }

    /**
     * The key under which a write was sent. For {@link RequestOptions.Builder#idempotencyKey}, to repeat it safely.
     *
     * @return the header {@code Idempotency-Key} of the request; empty for a read
     */
    public Optional<String> idempotencyKey() {
        return asked.key();
    }

    /**
     * The tenant that the request was about.
     *
     * @return its id; empty: the one organisation of a custom connection
     */
    public Optional<TenantId> tenantId() {
        return asked.tenantId();
    }

    /**
     * What was asked.
     *
     * @return method and path without ids, such as {@code GET Invoices}
     */
    public String operation() {
        return asked.operation();
    }
}
