package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantId;
import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeBankTransaction;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.Fault;
import dev.xeroauth.testkit.ManualTime;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Copies of what an organisation has, over HTTP, while it changes. */
class SyncOfFakeXeroTest {

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final List<Request> requests = new ArrayList<>();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addNetworkInterceptor(chain -> {
                if (chain.request().url().encodedPath().contains("/api.xro/")) {
                    requests.add(chain.request());
                }
                return chain.proceed(chain.request());
            })
            .build();

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .time(time)
            .organisation("Orchard Lane Bakery", 230)
            .organisation("Harbour Cycles", 40)
            .start());

    private XeroClient xero;
    private TenantId tenantId;
    private TenantClient org;
    private final Map<UUID, Instant> copy = new HashMap<>();

    @BeforeEach
    void connect() {
        tenantId = bakery().tenantId();
        xero = XeroClient.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .time(time)
                .httpClient(http)
                .build();
        var request = xero.consent()
                .begin(
                        GrantId.of("customer-42"),
                        URI.create("http://localhost:1/callback"),
                        Scopes.of(
                                Scope.ACCOUNTING_INVOICES_READ,
                                Scope.ACCOUNTING_BANKTRANSACTIONS_READ,
                                Scope.OFFLINE_ACCESS));
        var consent = xero.consent().complete(request, fake.get().approve(request.url()));
        org = xero.tenant(consent.grantId(), tenantId);
    }

    @AfterEach
    void close() {
        xero.close();
    }

    private FakeOrganisation bakery() {
        return fake.get().organisations().get(0);
    }

    private Map<UUID, Instant> invoicesAtXero() {
        return bakery().invoices().stream().collect(Collectors.toMap(FakeInvoice::id, FakeInvoice::updatedAt));
    }

    private int store(SyncBatch<Invoice> batch) {
        batch.elements()
                .forEach(each -> copy.put(
                        each.invoiceId().orElseThrow(), each.updatedDateUtc().orElseThrow()));
        return batch.elements().size();
    }

    @Test
    void sync_whileInvoicesChange_isACopyAtLast() {
        SyncCursor cursor = SyncCursor.start();
        for (SyncBatch<Invoice> batch : org.invoices().sync(cursor, options -> options.pageSize(50))) {
            store(batch);
            cursor = SyncCursor.of(batch.cursor().text());
            change(batch.elements());
        }
        int again = 0;
        for (SyncBatch<Invoice> batch : org.invoices().sync(cursor)) {
            again += store(batch);
        }

        assertThat(copy).isEqualTo(invoicesAtXero());
        assertThat(again).isLessThan(60);
    }

    /** The first ones leave for the end of the list, so that all others move up. */
    private void change(List<Invoice> read) {
        for (Invoice invoice : read.subList(0, Math.min(2, read.size()))) {
            fake.get().touch(tenantId, invoice.invoiceId().orElseThrow());
        }
        if (copy.size() < 200) {
            fake.get()
                    .put(
                            tenantId,
                            FakeInvoice.sale(
                                    "NEW-" + copy.size(), "Ropes", LocalDate.of(2026, 11, 20), BigDecimal.TEN));
        }
        time.advance(Duration.ofMillis(300));
    }

    @Test
    void sync_anyRequest_isAsDescribed() {
        for (SyncBatch<Invoice> batch :
                org.invoices().sync(SyncCursor.start(), o -> o.pageSize(100).summaryOnly(true))) {
            store(batch);
        }

        assertThat(copy).hasSize(230);
        assertThat(requests).hasSizeBetween(3, 4);
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.url().queryParameterNames())
                    .containsExactlyInAnyOrder("unitdp", "includeArchived", "summaryOnly", "page", "pageSize");
            assertThat(request.url().queryParameter("unitdp")).isEqualTo("4");
        });
        assertThat(requests.get(0).header("If-Modified-Since")).isNull();
        assertThat(requests.subList(1, requests.size()))
                .extracting(request -> request.header("If-Modified-Since"))
                .allMatch(since -> since.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void sync_nothingHasChanged_isOneRequestThatBringsNothing() {
        SyncCursor cursor = last(org.invoices().sync(SyncCursor.start())).cursor();
        time.advance(Duration.ofMinutes(5));
        requests.clear();

        SyncBatch<Invoice> batch = last(org.invoices().sync(cursor));

        assertThat(batch.elements()).isEmpty();
        assertThat(batch.hasMore()).isFalse();
        assertThat(requests).hasSize(1);
        assertThat(batch.cursor().text()).hasSizeLessThan(40);
    }

    @Test
    void sync_aPageFails_isAskedForAgain() {
        Iterator<SyncBatch<Invoice>> walk =
                org.invoices().sync(SyncCursor.start(), o -> o.pageSize(100)).iterator();
        store(walk.next());
        fake.get().next(Endpoint.API, Fault.answer(400, "text/plain", "not now"));

        assertThatThrownBy(walk::next).isInstanceOf(BadRequestException.class);
        walk.forEachRemaining(this::store);

        assertThat(copy).isEqualTo(invoicesAtXero());
    }

    @Test
    void sync_bankTransactions_isDeclaredTheSameWay() {
        Map<UUID, Instant> found = new HashMap<>();
        for (SyncBatch<BankTransaction> batch : org.bankTransactions().sync(SyncCursor.start(), o -> o.pageSize(7))) {
            batch.elements()
                    .forEach(each -> found.put(
                            each.bankTransactionId().orElseThrow(),
                            each.updatedDateUtc().orElseThrow()));
        }

        assertThat(found)
                .isNotEmpty()
                .isEqualTo(bakery().bankTransactions().stream()
                        .collect(Collectors.toMap(FakeBankTransaction::id, FakeBankTransaction::updatedAt)));
        assertThat(requests.get(0).url().queryParameterNames()).containsExactlyInAnyOrder("unitdp", "page", "pageSize");
    }

    @Test
    void sync_sinceAMoment_leavesOutWhatIsOlder() {
        time.advance(Duration.ofMinutes(1));
        Instant moment = time.now();
        time.advance(Duration.ofMinutes(1));
        UUID touched = bakery().invoices().get(3).id();
        fake.get().touch(tenantId, touched);

        assertThat(last(org.invoices().sync(SyncCursor.since(moment))).elements())
                .extracting(each -> each.invoiceId().orElseThrow())
                .containsExactly(touched);
    }

    @Test
    void sync_customConnection_needsNoTenant() {
        try (XeroClient own = XeroClient.builder()
                .app(fake.get().customConnectionApp())
                .endpoints(fake.get().endpoints())
                .time(time)
                .build()) {
            InvoicesClient invoices = own.organisation().invoices();
            SyncBatch<Invoice> first = last(invoices.sync(SyncCursor.start()));
            SyncBatch<Invoice> second = last(invoices.sync(first.cursor()));

            assertThat(first.elements()).hasSize(230);
            assertThat(second.hasMore()).isFalse();
            assertRefused(() -> org.invoices().sync(first.cursor()), SyncCursorException.Reason.OTHER_LIST);
        }
    }

    @Test
    void sync_cursorOfAnotherList_isRefusedBeforeAnythingIsAsked() {
        SyncCursor cursor = last(org.invoices().sync(SyncCursor.start())).cursor();
        TenantClient other = xero.tenant(
                GrantId.of("customer-42"), fake.get().organisations().get(1).tenantId());
        requests.clear();

        assertRefused(() -> other.invoices().sync(cursor), SyncCursorException.Reason.OTHER_LIST);
        assertRefused(() -> org.bankTransactions().sync(cursor), SyncCursorException.Reason.OTHER_LIST);
        assertThat(requests).isEmpty();
    }

    @Test
    void sync_cursorFromTheFuture_isRefusedBeforeAnythingIsDelivered() {
        Iterator<SyncBatch<Invoice>> walk = org.invoices()
                .sync(SyncCursor.since(time.now().plus(Duration.ofHours(1))))
                .iterator();

        assertRefused(walk::next, SyncCursorException.Reason.FUTURE);
    }

    private static void assertRefused(ThrowingCallable call, SyncCursorException.Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SyncCursorException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static <T> SyncBatch<T> last(Iterable<SyncBatch<T>> batches) {
        List<SyncBatch<T>> all = new ArrayList<>();
        batches.forEach(all::add);
        return all.get(all.size() - 1);
    }
}
