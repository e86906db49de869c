package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroException;
import java.io.IOException;

/**
 * There was no answer: no connection, a time-out, or an interrupted thread, whose interrupt flag is then still set. A read
 * may be repeated.
 */
public final class XeroUnreachableException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient TenantId tenantId;
    private final transient String operation;

    XeroUnreachableException(String operation, TenantId tenantId, IOException cause) {
        super(operation + ": no answer from Xero (tenant " + tenantId + ")", cause);
        this.tenantId = tenantId;
        this.operation = operation;
    }

    /**
     * The tenant that the request was about.
     *
     * @return its id
     */
    public TenantId tenantId() {
        return tenantId;
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
