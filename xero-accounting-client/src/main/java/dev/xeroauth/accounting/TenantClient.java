package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;

/** Everything that one organisation has at Xero. One per tenant; thread-safe, cheap, to be kept or not. */
public final class TenantClient {

    private final TenantId tenantId;
    private final ApiCalls calls;

    TenantClient(TenantId tenantId, ApiCalls calls) {
        this.tenantId = tenantId;
        this.calls = calls;
    }

    /**
     * Which organisation this is.
     *
     * @return Xero's id of it
     */
    public TenantId tenantId() {
        return tenantId;
    }

    /**
     * Sales invoices and bills.
     *
     * @return a client for them, with no state of its own
     */
    public InvoicesClient invoices() {
        return new InvoicesClient(calls);
    }
}
