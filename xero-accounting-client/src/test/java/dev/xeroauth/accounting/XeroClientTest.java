package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.Fault;
import dev.xeroauth.testkit.ManualTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from the builder to invoices. */
class XeroClientTest {

    private static final GrantId GRANT = GrantId.of("customer-42");
    private static final int INVOICES = 230;

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .time(time)
            .organisation("Orchard Lane Bakery", INVOICES)
            .organisation("Harbour Cycles", 40)
            .start());

    private XeroClient xero;

    @BeforeEach
    void build() {
        xero = settings().build();
    }

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void list_allPages_areXerosInvoicesFieldByField() {
        List<Invoice> read =
                bakery(connect()).invoices().list(q -> q.pageSize(100)).stream().toList();

        List<FakeInvoice> expected = organisation().invoices();
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertSame(read.get(i), expected.get(i));
        }
        assertThat(fake.get().ledger().requests(Endpoint.API)).isEqualTo(3);
    }

    @Test
    void list_modifiedSinceAndStatuses_selectsAtXero() {
        Instant since = organisation().invoices().get(150).updatedAt();

        long read =
                bakery(connect())
                        .invoices()
                        .list(q -> q.modifiedSince(since).statuses(InvoiceStatus.AUTHORISED))
                        .stream()
                        .count();

        long expected = organisation().invoices().stream()
                .filter(invoice -> invoice.status().equals("AUTHORISED"))
                .filter(invoice -> !invoice.updatedAt().isBefore(since.truncatedTo(ChronoUnit.SECONDS)))
                .count();
        assertThat(read).isEqualTo(expected).isPositive();
    }

    @Test
    void get_oneInvoice_hasItsLines() {
        FakeInvoice expected = organisation().invoices().get(9);

        assertSame(bakery(connect()).invoices().get(expected.id()), expected);
    }

    @Test
    void list_tokenExpiresBetweenPages_isRefreshedOnTheWay() {
        Iterator<Invoice> walk =
                bakery(connect()).invoices().list(q -> q.pageSize(100)).iterator();
        walk.next();
        time.advance(Duration.ofMinutes(31));

        walk.forEachRemaining(invoice -> {});

        assertThat(fake.get().ledger().refreshes()).isEqualTo(1);
    }

    @Test
    void list_pageCutOff_saysSoAndTheSamePageCanBeReadAgain() {
        Iterator<Invoice> walk =
                bakery(connect()).invoices().list(q -> q.pageSize(100)).iterator();
        for (int i = 0; i < 100; i++) {
            walk.next();
        }
        fake.get().next(Endpoint.API, Fault.cutAnswer());

        assertThatThrownBy(walk::next).isInstanceOf(UnreadableAnswerException.class);

        assertThat(walk.next().invoiceId())
                .contains(organisation().invoices().get(100).id());
    }

    @Test
    void list_htmlInsteadOfJson_saysSoWithoutQuotingIt() {
        TenantClient bakery = bakery(connect());
        fake.get().next(Endpoint.API, Fault.answer(200, "text/html", "<h1>secret</h1>"));

        assertThatThrownBy(() -> bakery.invoices().list().iterator().next())
                .isInstanceOf(UnreadableAnswerException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void tenant_outsideTheGrant_isRefusedBeforeAnyCallAndUnwrapped() {
        ConsentRequest request = begin();
        FakeOrganisation cycles = fake.get().organisations().get(1);
        xero.consent()
                .complete(
                        request,
                        fake.get().approve(request.url(), organisation().tenantId()));

        assertThatThrownBy(() -> xero.tenant(GRANT, cycles.tenantId())
                        .invoices()
                        .list()
                        .iterator()
                        .next())
                .isInstanceOf(TenantNotReachableException.class);
        assertThat(fake.get().ledger().requests(Endpoint.API)).isZero();
    }

    @Test
    void tenant_unknownGrant_isUnwrapped() {
        TenantClient nobody = xero.tenant(GrantId.of("nobody"), organisation().tenantId());

        assertThatThrownBy(() -> nobody.invoices().list().iterator().next()).isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void build_nothingSet_namesEverythingThatIsMissing() {
        assertThatThrownBy(() -> XeroClient.builder().build())
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("app(")
                .hasMessageContaining("tokenStore(")
                .hasMessageContaining("encryption(");
    }

    @Test
    void build_authAndSettings_isRefused() {
        assertThatThrownBy(() -> settings().auth(xero.auth()).build())
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("either");
    }

    @Test
    void close_sharedAuth_goesOn() {
        connect();
        XeroAuth shared = xero.auth();
        try (XeroClient second = XeroClient.builder().auth(shared).build()) {
            assertThat(second.connections(GRANT)).hasSize(2);
        }
        time.advance(Duration.ofMinutes(31));

        assertThat(shared.accessToken(GRANT).value()).isNotEmpty();
    }

    @Test
    void build_clientOfTheApplication_keepsItsInterceptors() {
        AtomicInteger seen = new AtomicInteger();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        connect();
        XeroClient client =
                XeroClient.builder().auth(xero.auth()).httpClient(own).build();

        client.tenant(GRANT, organisation().tenantId())
                .invoices()
                .list()
                .iterator()
                .next();
        client.close();

        assertThat(seen).hasValue(1);
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    }

    @Test
    void list_redirectedElsewhere_isNotFollowed() {
        TenantClient bakery = bakery(connect());
        fake.get().next(Endpoint.API, Fault.answer(302, "text/html", ""));

        assertThatThrownBy(() -> bakery.invoices().list().iterator().next())
                .isInstanceOf(XeroApiException.class)
                .hasMessageContaining("302");
    }

    @Test
    void list_clientWithACache_isNeverAnotherTenantsAnswer(@TempDir Path directory) throws IOException {
        connect();
        try (Cache cache = new Cache(directory.toFile(), 1 << 20)) {
            OkHttpClient caching = new OkHttpClient.Builder()
                    .cache(cache)
                    .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                            .newBuilder()
                            .header("Cache-Control", "max-age=60")
                            .build())
                    .build();
            try (XeroClient client =
                    XeroClient.builder().auth(xero.auth()).httpClient(caching).build()) {
                for (FakeOrganisation each : fake.get().organisations()) {
                    assertThat(client.tenant(GRANT, each.tenantId()).invoices().list().stream()
                                    .map(invoice -> invoice.invoiceId().orElseThrow()))
                            .isEqualTo(each.invoices().stream()
                                    .map(FakeInvoice::id)
                                    .toList());
                }
            }
            assertThat(cache.requestCount()).isZero();
        }
    }

    private static void assertSame(Invoice read, FakeInvoice expected) {
        assertThat(read.invoiceId()).contains(expected.id());
        assertThat(read.invoiceNumber()).contains(expected.number());
        assertThat(read.type().orElseThrow().value()).isEqualTo(expected.type());
        assertThat(read.status().orElseThrow().value()).isEqualTo(expected.status());
        assertThat(read.contact().orElseThrow().name()).contains(expected.contactName());
        assertThat(read.currencyCode()).contains(expected.currency());
        assertThat(read.date()).contains(expected.date());
        assertThat(read.dueDate()).contains(expected.dueDate());
        assertThat(read.updatedDateUtc()).contains(expected.updatedAt());
        assertThat(read.fullyPaidOnDate()).isEqualTo(expected.fullyPaidOn());
        assertThat(List.of(amount(read.subTotal()), amount(read.totalTax()), amount(read.total())))
                .containsExactly(expected.subTotal(), expected.totalTax(), expected.total());
        assertThat(List.of(amount(read.amountPaid()), amount(read.amountDue())))
                .containsExactly(expected.amountPaid(), expected.amountDue());
        assertThat(read.lineItems()).hasSameSizeAs(expected.lines());
        for (int i = 0; i < expected.lines().size(); i++) {
            FakeInvoice.Line line = expected.lines().get(i);
            assertThat(read.lineItems().get(i).lineItemId()).contains(line.id());
            assertThat(read.lineItems().get(i).description()).contains(line.description());
            assertThat(read.lineItems().get(i).quantity()).contains(line.quantity());
            assertThat(read.lineItems().get(i).unitAmount()).contains(line.unitAmount());
            assertThat(read.lineItems().get(i).taxAmount()).contains(line.taxAmount());
        }
        assertThat(read.payments().stream().map(payment -> amount(payment.amount())))
                .isEqualTo(expected.payments().stream()
                        .map(FakeInvoice.Payment::amount)
                        .toList());
    }

    private static BigDecimal amount(Optional<BigDecimal> amount) {
        return amount.orElseThrow();
    }

    private XeroClientBuilder settings() {
        return XeroClient.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .time(time);
    }

    private FakeOrganisation organisation() {
        return fake.get().organisations().get(0);
    }

    private TenantClient bakery(ConsentResult consent) {
        return xero.tenant(consent.grantId(), organisation().tenantId());
    }

    private ConsentRequest begin() {
        return xero.consent()
                .begin(
                        GRANT,
                        URI.create("http://localhost:8723/callback"),
                        Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS));
    }

    private ConsentResult connect() {
        ConsentRequest request = begin();
        return xero.consent().complete(request, fake.get().approve(request.url()));
    }
}
