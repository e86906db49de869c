package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There was no answer: no connection, a time-out, or an interrupted thread, whose interrupt flag is then still set. A read
 * may be repeated; of a write it is unknown whether it was done.
 */
public final class XeroUnreachableException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable TenantId tenantId;
    private final transient String operation;
    private final transient @Nullable String idempotencyKey;

    XeroUnreachableException(
            String operation, @Nullable TenantId tenantId, @Nullable String idempotencyKey, IOException cause) {
        super(
                operation + ": no answer from Xero" + advice(idempotencyKey) + " (" + AnswerHead.whose(tenantId) + ")",
                cause);
        this.tenantId = tenantId;
        this.idempotencyKey = idempotencyKey;
        this.operation = operation;
    }

    private static String advice(@Nullable String idempotencyKey) {
        return idempotencyKey == null
                ? ""
                : ", which may have done it: repeat it within 6 minutes under the same idempotencyKey()";
    }

    /**
     * Whether Xero may have done what was asked for.
     *
     * @return true for a write: repeat it under the same key within 6 minutes, or look whether it was done; false for reads
     */
    public boolean outcomeUnknown() {
        return idempotencyKey != null;
    }

    /**
     * The key under which a write was sent. For {@link RequestOptions.Builder#idempotencyKey}, to repeat it safely.
     *
     * @return the header {@code Idempotency-Key} of the request; empty for a read
     */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    /**
     * The tenant that the request was about.
     *
     * @return its id; empty: the one organisation of a custom connection
     */
    public Optional<TenantId> tenantId() {
        return Optional.ofNullable(tenantId);
    }

    /**
     * What was asked.
     *
     * @return method and path without ids, such as {@code GET Invoices}
     */
    public String operation() {
        return operation;
    }
}
