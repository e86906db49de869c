package dev.xeroauth.accounting.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.accounting.BankTransactionFilters;
import dev.xeroauth.accounting.InvoiceQuery;
import dev.xeroauth.accounting.SyncCursor;
import dev.xeroauth.accounting.TenantClient;
import dev.xeroauth.accounting.XeroApiException;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.testkit.FakeBankTransaction;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.ManualTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that the client can ask for, and what the fake Xero answers, against Xero's description. */
@Tag("openapi")
class ClientExchangesTest {

    private static final int ENOUGH = 10;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final Recorder recorder = new Recorder();
    private final OkHttpClient http =
            new OkHttpClient.Builder().addNetworkInterceptor(recorder).build();

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .time(time)
            .organisation("Orchard Lane Bakery", 60)
            .start());

    private XeroClient xero;

    @BeforeEach
    void build() {
        xero = XeroClient.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .time(time)
                .httpClient(http)
                .build();
    }

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void exchanges_ofEveryOperation_areAsDescribed() throws IOException {
        TenantClient tenant = connect();
        readInvoices(tenant);
        time.advance(A_MINUTE);
        readBankTransactions(tenant);
        new WrittenExchanges(fake.get(), tenant, () -> time.advance(A_MINUTE)).all();

        Coverage coverage =
                new Coverage(Description.accounting(), recorder.exchanges(), Set.of("Invoices", "BankTransactions"));
        System.out.println(coverage.line());
        assertThat(coverage.violations()).isEmpty();
        assertThat(coverage.parametersNotSent("GET /Invoices")).isEmpty();
        assertThat(coverage.parametersNotSent("GET /BankTransactions")).isEmpty();
        assertThat(coverage.gaps(NotMade.OPERATIONS)).isEmpty();
    }

    @Test
    void gaps_operationsNotExercised_areNamed() throws IOException {
        Coverage nothing = new Coverage(Description.accounting(), List.of(), Set.of("Invoices"));

        assertThat(nothing.gaps(Map.of("GET /Invoices/{InvoiceID}", "no reason", "GET /Bills", "not there")))
                .contains("GET /Invoices: not exercised", "GET /Bills: excepted, but exercised or not there")
                .doesNotContain("GET /Invoices/{InvoiceID}: not exercised");
        assertThat(nothing.parametersNotSent("GET /Invoices")).contains("where", "Statuses", "page");
    }

    private void readInvoices(TenantClient tenant) {
        List<FakeInvoice> invoices = fake.get().organisations().get(0).invoices();
        FakeInvoice one = invoices.get(0);
        invoices.subList(0, ENOUGH).forEach(each -> tenant.invoices().get(each.id()));
        assertThat(tenant.invoices().list(q -> q.pageSize(25).unitDecimals(4))).hasSameSizeAs(invoices);
        tenant.invoices()
                .sync(SyncCursor.start(), o -> o.pageSize(25).summaryOnly(true))
                .forEach(batch -> assertThat(batch.elements()).isNotEmpty());
        list(
                tenant,
                q -> q.summaryOnly(true).includeArchived(true).modifiedSince(Instant.parse("2020-01-01T00:00:00Z")));
        list(
                tenant,
                q -> q.statuses(InvoiceStatus.AUTHORISED, InvoiceStatus.PAID)
                        .ids(List.of(one.id(), invoices.get(1).id()))
                        .invoiceNumbers(List.of(one.number()))
                        .contactIds(List.of(one.contactId())));
        list(tenant, q -> q.where("Status==\"DRAFT\"").order("Date DESC"));
        list(tenant, q -> q.searchTerm("Ropes & more").createdByMyApp(true));
    }

    private void readBankTransactions(TenantClient tenant) {
        List<FakeBankTransaction> all = fake.get().organisations().get(0).bankTransactions();
        tenant.bankTransactions()
                .sync(SyncCursor.start(), o -> o.pageSize(ENOUGH))
                .forEach(batch -> assertThat(batch.elements()).isNotEmpty());
        all.subList(0, ENOUGH).forEach(each -> tenant.bankTransactions().get(each.id()));
        assertThat(tenant.bankTransactions().list(q -> q.pageSize(25).unitDecimals(4)))
                .hasSameSizeAs(all);
        assertThat(tenant.bankTransactions()
                        .list(q -> q.where(BankTransactionFilters.DATE.onOrAfter(LocalDate.of(2000, 1, 1)))
                                .orderBy(BankTransactionFilters.DATE.descending())
                                .modifiedSince(Instant.parse("2020-01-01T00:00:00Z"))))
                .isNotEmpty();
    }

    /** The fake need not play every filter: the request counts all the same. */
    private static void list(TenantClient tenant, Consumer<InvoiceQuery.Builder> filters) {
        try {
            tenant.invoices().list(filters).forEach(invoice -> {});
        } catch (XeroApiException e) {
            assertThat(e.status()).isEqualTo(501);
        }
    }

    private TenantClient connect() {
        ConsentRequest request = xero.consent()
                .begin(
                        GrantId.of("customer-42"),
                        URI.create("http://localhost:8723/callback"),
                        Scopes.of(
                                Scope.ACCOUNTING_INVOICES,
                                Scope.ACCOUNTING_BANKTRANSACTIONS,
                                Scope.ACCOUNTING_ATTACHMENTS,
                                Scope.OFFLINE_ACCESS));
        ConsentResult consent = xero.consent().complete(request, fake.get().approve(request.url()));
        return xero.tenant(consent.grantId(), fake.get().organisations().get(0).tenantId());
    }
}
