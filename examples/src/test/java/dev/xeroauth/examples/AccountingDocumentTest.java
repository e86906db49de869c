package dev.xeroauth.examples;

import static dev.xeroauth.accounting.BankTransactionFilters.BANK_ACCOUNT_ID;
import static dev.xeroauth.accounting.BankTransactionFilters.CONTACT_ID;
import static dev.xeroauth.accounting.BankTransactionFilters.DATE;
import static dev.xeroauth.accounting.model.InvoiceStatus.AUTHORISED;
import static dev.xeroauth.accounting.model.InvoiceType.ACCREC;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.accounting.BatchItem;
import dev.xeroauth.accounting.BatchResult;
import dev.xeroauth.accounting.Filter;
import dev.xeroauth.accounting.Page;
import dev.xeroauth.accounting.PagedIterable;
import dev.xeroauth.accounting.SyncBatch;
import dev.xeroauth.accounting.SyncCursor;
import dev.xeroauth.accounting.TenantClient;
import dev.xeroauth.accounting.Upload;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.testkit.FakeBankTransaction;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The Java in docs/accounting.md: that it compiles, does what the page says, and is the same. */
class AccountingDocumentTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(
            () -> FakeXero.builder().organisation("Orchard Lane Bakery", 60).start());

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private XeroClient xero;
    private TenantClient org;

    @BeforeEach
    void connect() {
        xero = XeroClient.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .build();
        var consent = xero.consent()
                .begin(
                        GrantId.of("customer-42"),
                        URI.create("http://localhost:8723/callback"),
                        Scopes.of(
                                Scope.ACCOUNTING_INVOICES,
                                Scope.ACCOUNTING_BANKTRANSACTIONS,
                                Scope.ACCOUNTING_ATTACHMENTS,
                                Scope.OFFLINE_ACCESS));
        var result = xero.consent().complete(consent, fake.get().approve(consent.url()));
        org = xero.tenant(result.grantId(), result.onlyConnection().tenantId());
    }

    @AfterEach
    void close() {
        xero.close();
    }

    private FakeOrganisation bakery() {
        return fake.get().organisations().get(0);
    }

    @Test
    void read_asPrinted_findsWhatIsThere() {
        FakeInvoice some = bakery().invoices().get(0);
        FakeBankTransaction spend = bakery().bankTransactions().get(0);
        BankTransaction known = org.bankTransactions().get(spend.id());

        List<Integer> found = read(
                some.id(),
                known.bankAccount().orElseThrow().accountId().orElseThrow(),
                known.contact().orElseThrow().contactId().orElseThrow());

        assertThat(found).allMatch(count -> count > 0);
        assertThat(printed.toString(UTF_8)).isNotEmpty();
    }

    private List<Integer> read(UUID id, UUID account, UUID supplier) {
        Instant yesterday = Instant.EPOCH;
        LocalDate firstOfJuly = LocalDate.EPOCH;
        // spotless:off
for (Invoice invoice : org.invoices().list(q -> q.statuses(AUTHORISED).modifiedSince(yesterday))) { // lazy, over all pages
    out.println(invoice.invoiceNumber().orElse(""));
}
Iterable<Page<Invoice>> pages = org.invoices().list().pages(); // page by page, with Xero's count
Invoice one = org.invoices().get(id); // NotFoundException if there is none
Optional<Invoice> sale = org.invoices().findByNumber("INV-0042"); // numbers of bills are not unique

PagedIterable<BankTransaction> spent = org.bankTransactions().list(q -> q
        .where(Filter.all(BANK_ACCOUNT_ID.is(account), CONTACT_ID.is(supplier), DATE.onOrAfter(firstOfJuly)))
        .orderBy(DATE.ascending()));
        // spotless:on
        assertThat(sale).isPresent();
        assertThat(one.invoiceId()).contains(id);
        return List.of(
                pages.iterator().next().elements().size(), (int) spent.stream().count());
    }

    @Test
    void write_asPrinted_changesLinesOnPurpose() {
        Invoice written = write(
                bakery().invoices().get(0).contactId(),
                LocalDate.of(2026, 12, 5),
                new BigDecimal("7.5"),
                new BigDecimal("95.00"));

        Invoice now = org.invoices().get(written.invoiceId().orElseThrow());
        assertThat(now.status()).contains(AUTHORISED);
        assertThat(now.reference()).contains("PO 7");
        assertThat(now.lineItems())
                .extracting(line -> line.description().orElseThrow())
                .containsExactly("Consulting", "Material");
    }

    private Invoice write(UUID customer, LocalDate inTwoWeeks, BigDecimal hours, BigDecimal rate) {
        LineItem third = LineItem.builder()
                .description("Material")
                .quantity(ONE)
                .unitAmount(rate)
                .accountCode("200")
                .build();
        // spotless:off
Invoice invoice = org.invoices().create(Invoice.builder()
        .type(ACCREC)
        .contact(Contact.builder().contactId(customer).build())
        .dueDate(inTwoWeeks)
        .addLineItem(LineItem.builder().description("Consulting").quantity(hours).unitAmount(rate).accountCode("200").build())
        .addLineItem(LineItem.builder().description("Travel").quantity(ONE).unitAmount(rate).accountCode("200").build())
        .build());
org.invoices().update(invoice.changes(i -> i.reference("PO 7"))); // its id and the reference, nothing else

UUID first = invoice.lineItems().get(0).lineItemId().orElseThrow();
UUID second = invoice.lineItems().get(1).lineItemId().orElseThrow();
org.invoices().update(invoice.changes(i -> i // all lines, as one of them differs
        .changeLineItem(first, line -> line.quantity(TEN))
        .removeLineItem(second)
        .addLineItem(third)));
org.invoices().authorise(invoice); // also submit, voidInvoice and delete: they send the status alone
        // spotless:on
        return invoice;
    }

    @Test
    void batch_asPrinted_saysWhatBecameOfEach() {
        List<Invoice> invoices = List.of(Invoice.builder().type(ACCREC).build());
        // spotless:off
BatchResult<Invoice> result = org.invoices().createAll(invoices);
for (BatchItem<Invoice> item : result.items()) {
    out.println(item.index() + " " + item.outcome() + " " + item.errors());
}
        // spotless:on
        assertThat(printed.toString(UTF_8)).startsWith("0 REJECTED [");
    }

    @Test
    void sync_asPrinted_keepsACopy() {
        sync(Optional.empty());
        int all = bakery().invoices().size();
        assertThat(saved).hasSize(all);
        sync(Optional.of(savedCursor));
        assertThat(saved).hasSize(all);
    }

    private final List<Invoice> saved = new ArrayList<>();
    private String savedCursor = "";

    private void save(List<Invoice> invoices, String cursor) {
        saved.addAll(invoices);
        savedCursor = cursor;
    }

    private void sync(Optional<String> stored) {
        // spotless:off
SyncCursor cursor = stored.map(SyncCursor::of).orElse(SyncCursor.start()); // one for each organisation and kind of document
for (SyncBatch<Invoice> batch : org.invoices().sync(cursor)) {
    save(batch.elements(), batch.cursor().text()); // in one transaction; by id, as an invoice may come again
}
        // spotless:on
    }

    @Test
    void documents_asPrinted_areThere(@TempDir Path directory) throws IOException {
        FakeInvoice sale = bakery().invoices().stream()
                .filter(each -> each.type().equals("ACCREC") && each.status().equals("AUTHORISED"))
                .findFirst()
                .orElseThrow();
        UUID id = sale.id();
        Path file = directory.resolve("invoice.pdf");
        byte[] scan = {1, 2, 3};
        // spotless:off
org.invoices().pdf(id).saveTo(file); // streamed; a download that is cut leaves no half file
org.invoices().email(id);
Optional<URI> page = org.invoices().onlineInvoiceUrl(id);
org.invoices().history(id).addNote("Called the customer");
org.invoices().attachments(id).upload(Upload.of("scan #1.pdf", scan).includeOnline());
        // spotless:on
        assertThat(page).isPresent();
        assertThat(Files.size(file)).isPositive();
        assertThat(org.invoices().get(id).hasAttachments()).contains(true);
    }

    @Test
    void java_inTheDocument_isThisOne() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/xeroauth/examples/AccountingDocumentTest.java"));
        List<String> blocks = JAVA.matcher(Files.readString(Path.of("../docs/accounting.md")))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks).hasSize(5).allSatisfy(block -> assertThat(source).contains(block));
    }
}
