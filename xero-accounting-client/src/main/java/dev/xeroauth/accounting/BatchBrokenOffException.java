package dev.xeroauth.accounting;

import dev.xeroauth.XeroException;
import org.jspecify.annotations.Nullable;

/**
 * A batch that was not sent to its end, because a request of it failed. The cause is why: what Xero's answer became, or an
 * exception of the application's own, out of an interceptor perhaps.
 */
public final class BatchBrokenOffException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** Null: this was serialised. */
    private final transient @Nullable BatchResult<?> result;

    BatchBrokenOffException(BatchResult<?> result, RuntimeException cause) {
        super("The batch broke off: " + result + ", because: " + why(cause), cause);
        this.result = result;
    }

    /** What others say may hold a customer's data. */
    private static @Nullable String why(RuntimeException cause) {
        return cause instanceof XeroException
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
    }

    /**
     * What is done, what was refused, what is certainly not done and what is unknown.
     *
     * @return one item for each object of the batch, in the caller's order
     * @throws IllegalStateException if the exception was serialised, as the caller's objects are not: an empty result would say
     *     that nothing is left to do
     */
    public BatchResult<?> result() {
        if (result == null) {
            throw new IllegalStateException(
                    "The result of a batch is not serialised: read it where the batch broke off");
        }
        return result;
    }
}
