package dev.xeroauth.benchmarks.process;

import com.xero.api.ApiClient;
import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.Invoice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** Xero's own library, with a token that is there already. */
@NullUnmarked
final class XeroJava implements Reader {

    @Override
    public void read(String base, int pages, int pageSize, Sink read) throws IOException {
        AccountingApi api = AccountingApi.getInstance(new ApiClient(base + "/api.xro/2.0", null, null, null, null));
        for (int page = 1; page <= pages; page++) {
            for (Invoice invoice : api.getInvoices(
                            PageServer.accessToken(),
                            PageServer.TENANT,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            page,
                            null,
                            null,
                            null,
                            null)
                    .getInvoices()) {
                read.invoice(
                        invoice.getInvoiceID(),
                        LocalDate.ofEpochDay(invoice.getDateAsDate().toEpochDay()),
                        total(invoice.getTotal()),
                        invoice.getLineItems().size());
            }
            read.pageEnds();
        }
    }

    /** Its amounts are binary fractions, which have lost their scale. */
    private static BigDecimal total(Double total) {
        return BigDecimal.valueOf(total).setScale(2);
    }
}
