package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceType;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Xero deletes the lines that are left out of a list, works out what a line leaves out, and takes every price as it is sent. */
class LinesKeptTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final BigDecimal TAX = new BigDecimal("1.23");

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(
            () -> FakeXero.builder().organisation("Orchard Lane Bakery", 1).start());

    private XeroClient xero;
    private InvoicesClient invoices;
    private Invoice created;

    @BeforeEach
    void connect() {
        xero = XeroClient.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .build();
        var request = xero.consent()
                .begin(
                        GrantId.of("customer-42"),
                        URI.create("http://localhost:1/callback"),
                        Scopes.of(Scope.ACCOUNTING_INVOICES, Scope.OFFLINE_ACCESS));
        var consent = xero.consent().complete(request, fake.get().approve(request.url()));
        invoices = xero.tenant(consent.grantId(), consent.onlyConnection().tenantId())
                .invoices();
        UUID contact = fake.get().organisations().get(0).invoices().get(0).contactId();
        created = invoices.create(Invoice.builder()
                .type(InvoiceType.ACCREC)
                .contact(Contact.builder().contactId(contact).build())
                .date(TODAY)
                .dueDate(TODAY.plusDays(14))
                .addLineItem(line("Nails", "0.9951").toBuilder().taxAmount(TAX).build())
                .build());
    }

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void update_readWithAnEmptyListOfLines_keepsTheLines() {
        Invoice read = Invoice.fromJson("{\"InvoiceID\":\"" + id() + "\",\"Status\":\"DRAFT\",\"LineItems\":[]}");

        invoices.update(read.toBuilder().reference("a").build());
        invoices.updateAll(List.of(read));
        invoices.createOrUpdate(Invoice.builder()
                .invoiceId(id())
                .lineItems(read.lineItems())
                .reference("b")
                .build());

        Invoice kept = invoices.get(id());
        assertThat(kept.lineItems()).isEqualTo(created.lineItems());
        assertThat(kept.reference()).contains("b");
    }

    @Test
    void update_linesEmptiedOnPurpose_deletesThem() {
        invoices.update(Invoice.builder().invoiceId(id()).lineItems(List.of()).build());

        assertThat(invoices.get(id()).lineItems()).isEmpty();
    }

    @Test
    void update_taxSetToWhatItWas_isSent() {
        UUID line = created.lineItems().get(0).lineItemId().orElseThrow();

        Invoice changed = invoices.update(created.changes(
                i -> i.changeLineItem(line, l -> l.quantity(BigDecimal.TEN).taxAmount(TAX))));

        assertThat(changed.lineItems().get(0).taxAmount().orElseThrow()).isEqualByComparingTo(TAX);
    }

    @Test
    void changes_readWithRoundedPrices_doNotWriteThem() {
        Invoice read = invoices.list(q -> q.ids(List.of(id())).unitDecimals(2)).stream()
                .findFirst()
                .orElseThrow();
        assertThat(read.lineItems().get(0).unitAmount().orElseThrow()).isEqualByComparingTo("1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.changes(i -> i.addLineItem(line("Travel", "5.00"))))
                .withMessageContaining("read it by its id first");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> invoices.update(read.toBuilder().reference("a").build()))
                .withMessageContaining("read the document by its id");
        invoices.update(read.changes(i -> i.reference("b")));

        Invoice kept = invoices.get(id());
        assertThat(kept.lineItems()).isEqualTo(created.lineItems());
        assertThat(kept.reference()).contains("b");
    }

    @Test
    void changes_readWithFourDecimals_addALine() {
        Invoice read = invoices.list(q -> q.unitDecimals(4)).stream()
                .filter(invoice -> invoice.invoiceId().equals(created.invoiceId()))
                .findFirst()
                .orElseThrow();

        Invoice changed = invoices.update(read.changes(i -> i.addLineItem(line("Travel", "5.00"))));

        assertThat(changed.lineItems()).hasSize(2);
        assertThat(changed.lineItems().get(0).unitAmount().orElseThrow()).isEqualByComparingTo("0.9951");
    }

    private UUID id() {
        return created.invoiceId().orElseThrow();
    }

    private static LineItem line(String description, String price) {
        return LineItem.builder()
                .description(description)
                .quantity(BigDecimal.ONE)
                .unitAmount(new BigDecimal(price))
                .accountCode("200")
                .build();
    }
}
