package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.Invoice;

/** The sales invoices and bills of one tenant. Thread-safe; every method that calls Xero blocks. */
public final class InvoicesClient extends ListedResource<Invoice, InvoiceQuery, InvoiceQuery.Builder> {

    InvoicesClient(ApiCalls calls) {
        super(calls, new Resource<>("Invoices", Invoice.class), InvoiceQuery::builder);
    }
}
