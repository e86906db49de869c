package dev.xeroauth.accounting.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.AttachmentsClient;
import dev.xeroauth.accounting.BankTransactionsClient;
import dev.xeroauth.accounting.BatchResult;
import dev.xeroauth.accounting.HistoryClient;
import dev.xeroauth.accounting.InvoicesClient;
import dev.xeroauth.accounting.RequestOptions;
import dev.xeroauth.accounting.TenantClient;
import dev.xeroauth.accounting.Upload;
import dev.xeroauth.accounting.ValidationException;
import dev.xeroauth.accounting.model.Account;
import dev.xeroauth.accounting.model.Attachment;
import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.BankTransactionType;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.InvoiceType;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.testkit.FakeXero;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Makes every request of the client that writes, and those for what documents have beside themselves. */
final class WrittenExchanges {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final TenantClient tenant;
    private final Runnable nextMinute;
    private final UUID contact;

    WrittenExchanges(FakeXero fake, TenantClient tenant, Runnable nextMinute) {
        this.tenant = tenant;
        this.nextMinute = nextMinute;
        this.contact = fake.organisations().get(0).invoices().get(0).contactId();
    }

    void all() {
        nextMinute.run();
        invoices(tenant.invoices());
        nextMinute.run();
        bankTransactions(tenant.bankTransactions());
    }

    private void invoices(InvoicesClient invoices) {
        Invoice draft = invoices.create(sale("A"));
        Invoice submitted = invoices.submit(draft);
        Invoice authorised = invoices.authorise(submitted);
        UUID id = authorised.invoiceId().orElseThrow();
        invoices.update(authorised.changes(i -> i.reference("PO 7")
                .changeLineItem(
                        authorised.lineItems().get(0).lineItemId().orElseThrow(), line -> line.quantity(BigDecimal.TEN))
                .addLineItem(line("more").build())));
        invoices.with(RequestOptions.builder().contactDetails().build())
                .update(Invoice.builder()
                        .invoiceId(id)
                        .contact(Contact.builder()
                                .contactId(contact)
                                .name("Orchard Lane")
                                .emailAddress("accounts@orchard-lane.example")
                                .build())
                        .build());
        assertThat(invoices.pdf(id).bytes()).isNotEmpty();
        invoices.email(id);
        assertThat(invoices.onlineInvoiceUrl(id)).isPresent();
        invoices.voidInvoice(invoices.get(id));
        invoices.delete(invoices.createOrUpdate(sale("B")));
        batches(invoices);
        papers(invoices.history(id), invoices.attachments(id));
        assertThat(invoices.findByNumber(authorised.invoiceNumber().orElseThrow()))
                .isPresent();
    }

    private void batches(InvoicesClient invoices) {
        Invoice wrong = Invoice.builder().type(InvoiceType.ACCREC).build();
        BatchResult<Invoice> created = invoices.createAll(List.of(sale("C"), wrong, finePrice("D")));
        assertThat(created.documents()).hasSize(2);
        invoices.updateAll(created.documents().stream()
                .map(each -> each.changes(i -> i.reference("again")))
                .toList());
        invoices.createOrUpdateAll(List.of(sale("E")));
        assertThatThrownBy(() -> invoices.create(wrong)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> invoices.update(Invoice.builder()
                        .invoiceId(UUID.randomUUID())
                        .status(InvoiceStatus.VOIDED)
                        .build()))
                .isNotNull();
    }

    private void bankTransactions(BankTransactionsClient transactions) {
        BankTransaction spent = transactions.create(spend("A"));
        UUID id = spent.bankTransactionId().orElseThrow();
        transactions.update(spent.changes(t -> t.reference("receipt 12")));
        transactions.createOrUpdate(spend("B"));
        BatchResult<BankTransaction> created = transactions.createAll(List.of(spend("C"), spend("D")));
        assertThat(created.allDone()).isTrue();
        transactions.updateAll(created.documents().stream()
                .map(each -> each.changes(t -> t.reference("again")))
                .toList());
        papers(transactions.history(id), transactions.attachments(id));
        transactions.delete(spent);
    }

    private void papers(HistoryClient history, AttachmentsClient attachments) {
        history.addNote("Called the customer");
        assertThat(history.list()).isNotEmpty();
        Attachment stored = attachments.upload(file("scan 1 #+%é.txt"));
        attachments.replace(file("scan 1 #+%é.txt"));
        attachments.uploadAll(List.of(file("b.txt"), file("c.txt")));
        assertThat(attachments.list()).hasSize(3);
        assertThat(attachments.download(stored).bytes()).isNotEmpty();
    }

    private static Upload file(String name) {
        return Upload.of(name, "paper".getBytes(StandardCharsets.UTF_8));
    }

    private Invoice sale(String reference) {
        return Invoice.builder()
                .type(InvoiceType.ACCREC)
                .contact(Contact.builder().contactId(contact).build())
                .date(TODAY)
                .dueDate(TODAY.plusDays(14))
                .reference(reference)
                .addLineItem(line("Consulting").build())
                .build();
    }

    private Invoice finePrice(String reference) {
        LineItem line = line("Nails").unitAmount(new BigDecimal("0.0125")).build();
        return sale(reference).toBuilder().lineItems(List.of(line)).build();
    }

    private BankTransaction spend(String reference) {
        return BankTransaction.builder()
                .type(BankTransactionType.SPEND)
                .contact(Contact.builder().contactId(contact).build())
                .bankAccount(Account.builder().code("090").build())
                .date(TODAY)
                .reference(reference)
                .addLineItem(line("Stationery").accountCode("404").build())
                .build();
    }

    private static LineItem.Builder line(String description) {
        return LineItem.builder()
                .description(description)
                .quantity(BigDecimal.ONE)
                .unitAmount(new BigDecimal("20.50"))
                .accountCode("200");
    }
}
