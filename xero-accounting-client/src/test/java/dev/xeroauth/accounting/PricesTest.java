package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.Invoice;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Xero rounds prices to two places, read or written, unless it is told not to. */
class PricesTest {

    private static final UUID ID = new UUID(3, 3);
    private static final Invoice INVOICE = Invoice.builder().invoiceId(ID).build();
    private static final BankTransaction SPENT =
            BankTransaction.builder().bankTransactionId(ID).build();

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @Test
    void invoices_readOrWritten_keepFourPlaces() throws Exception {
        InvoicesClient invoices = xero.invoices();
        for (Runnable call : List.<Runnable>of(
                () -> invoices.get(ID),
                () -> invoices.list().forEach(each -> {}),
                () -> invoices.findByNumber("INV-1"),
                () -> invoices.create(INVOICE),
                () -> invoices.update(INVOICE),
                () -> invoices.createOrUpdate(INVOICE),
                () -> invoices.createAll(List.of(INVOICE)),
                () -> invoices.updateAll(List.of(INVOICE)))) {
            xero.answer("{\"Invoices\":[{\"InvoiceID\":\"" + ID + "\"}]}");
            call.run();
            assertThat(decimals()).containsExactly("4");
        }
    }

    @Test
    void bankTransactions_readOrWritten_keepFourPlaces() throws Exception {
        BankTransactionsClient transactions = new BankTransactionsClient(xero.calls());
        for (Runnable call : List.<Runnable>of(
                () -> transactions.get(ID),
                () -> transactions.list().forEach(each -> {}),
                () -> transactions.create(SPENT),
                () -> transactions.delete(SPENT))) {
            xero.answer("{\"BankTransactions\":[{\"BankTransactionID\":\"" + ID + "\"}]}");
            call.run();
            assertThat(decimals()).containsExactly("4");
        }
    }

    @Test
    void list_otherDecimals_areAskedForInstead() throws Exception {
        xero.answer("{\"Invoices\":[]}");
        assertThat(xero.invoices().list(q -> q.unitDecimals(2))).isEmpty();
        assertThat(decimals()).containsExactly("2");
    }

    @Test
    void pdf_isNotAskedForWithDecimals() throws Exception {
        xero.answer(XeroServer.response(200, "application/pdf", "%PDF"));
        xero.invoices().pdf(ID).bytes();
        assertThat(decimals()).isEmpty();
    }

    private List<String> decimals() throws InterruptedException {
        return xero.request().getUrl().queryParameterValues("unitdp");
    }
}
