package dev.xeroauth.benchmarks.process;

import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.accounting.Page;
import dev.xeroauth.accounting.TenantClient;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.model.Invoice;
import java.net.URI;
import java.util.Iterator;

/** This library with a custom connection: a token is asked for first. */
final class OurOrganisation implements Reader {

    @Override
    public void read(String base, int pages, int pageSize, Sink read) {
        try (XeroClient xero = XeroClient.builder()
                .app(XeroApp.customConnection("client", () -> "secret"))
                .endpoints(XeroEndpoints.at(URI.create(base)))
                .build()) {
            read(xero.organisation(), pages, pageSize, read);
        }
    }

    static void read(TenantClient tenant, int pages, int pageSize, Sink read) {
        Iterator<Page<Invoice>> walk =
                tenant.invoices().list(q -> q.pageSize(pageSize)).pages().iterator();
        for (int i = 0; i < pages; i++) {
            for (Invoice invoice : walk.next().elements()) {
                read.invoice(
                        invoice.invoiceId().orElseThrow(),
                        invoice.date().orElseThrow(),
                        invoice.total().orElseThrow(),
                        invoice.lineItems().size());
            }
            read.pageEnds();
        }
    }
}
