package dev.xeroauth.benchmarks.process;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.xeroauth.benchmarks.pages.Records;
import java.io.IOException;

/** OkHttp, and records that Jackson fills by reflection. */
final class Databind implements Reader {

    @Override
    public void read(String base, int pages, int pageSize, Sink read) throws IOException {
        Http http = new Http(base);
        ObjectReader reader = Records.mapper().readerFor(Records.Page.class);
        for (int page = 1; page <= pages; page++) {
            http.page(page, pageSize, in -> {
                Records.Page records = reader.readValue(in);
                for (Records.Invoice invoice : records.invoices()) {
                    read.invoice(
                            invoice.invoiceId(),
                            invoice.date(),
                            invoice.total(),
                            invoice.lineItems().size());
                }
            });
            read.pageEnds();
        }
    }
}
