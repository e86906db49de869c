package dev.xeroauth.testkit;

import dev.xeroauth.TenantId;
import java.util.List;

/**
 * An organisation of a {@link FakeXero}. Immutable.
 *
 * @param tenantId what requests are sent with, once it is connected
 * @param name its name
 * @param invoices in the order in which Xero lists them: by last change, then id
 */
public record FakeOrganisation(TenantId tenantId, String name, List<FakeInvoice> invoices) {

    /**
     * Copies the list.
     *
     * @param tenantId see {@link FakeOrganisation}
     * @param name see {@link FakeOrganisation}
     * @param invoices see {@link FakeOrganisation}
     */
    public FakeOrganisation {
        invoices = List.copyOf(invoices);
    }

    @Override
    public String toString() {
        return "FakeOrganisation[" + name + ", invoices=" + invoices.size() + "]";
    }
}
