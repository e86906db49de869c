package dev.xeroauth.testkit;

import dev.xeroauth.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An organisation of a {@link FakeXero}, as it was when the fake was asked. Immutable.
 *
 * @param tenantId what requests are sent with, once it is connected
 * @param name its name
 * @param invoices in the order in which Xero lists them: by last change, then id
 * @param bankTransactions in the same order
 */
public record FakeOrganisation(
        TenantId tenantId, String name, List<FakeInvoice> invoices, List<FakeBankTransaction> bankTransactions) {

    /**
     * Copies the lists.
     *
     * @param tenantId see {@link FakeOrganisation}
     * @param name see {@link FakeOrganisation}
     * @param invoices see {@link FakeOrganisation}
     * @param bankTransactions see {@link FakeOrganisation}
     */
    public FakeOrganisation {
        invoices = List.copyOf(invoices);
        bankTransactions = List.copyOf(bankTransactions);
    }

    /**
     * An invoice by its id.
     *
     * @param id Xero's id
     * @return the invoice, if there is one
     */
    public Optional<FakeInvoice> find(UUID id) {
        return invoices.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Adds up: what an application's own sum is compared with.
     *
     * <pre>{@code
     * BigDecimal owed = organisation.sum(invoice -> invoice.type().equals("ACCREC"), FakeInvoice::amountDue);
     * }</pre>
     *
     * @param which invoices
     * @param what of each
     * @return the sum, exact
     */
    public BigDecimal sum(Predicate<FakeInvoice> which, Function<FakeInvoice, BigDecimal> what) {
        return invoices.stream().filter(which).map(what).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    @Override
    public String toString() {
        return "FakeOrganisation[" + name + ", invoices=" + invoices.size() + ", bankTransactions="
                + bankTransactions.size() + "]";
    }
}
