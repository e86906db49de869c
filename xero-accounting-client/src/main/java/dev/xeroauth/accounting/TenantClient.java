package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that one organisation has at Xero. One per organisation; thread-safe, cheap, to be kept or not. */
public final class TenantClient {

    private final @Nullable TenantId tenantId;
    private final ApiCalls calls;

    TenantClient(@Nullable TenantId tenantId, ApiCalls calls) {
        this.tenantId = tenantId;
        this.calls = calls;
    }

    /**
     * Which organisation this is.
     *
     * @return Xero's id of it; empty: the one organisation of a custom connection, whose id is not needed
     */
    public Optional<TenantId> tenantId() {
        return Optional.ofNullable(tenantId);
    }

    /**
     * Sales invoices and bills.
     *
     * @return a client for them, with no state of its own
     */
    public InvoicesClient invoices() {
        return new InvoicesClient(calls);
    }

    /**
     * Money spent and received through bank accounts.
     *
     * @return a client for it, with no state of its own
     */
    public BankTransactionsClient bankTransactions() {
        return new BankTransactionsClient(calls);
    }
}
