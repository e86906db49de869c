package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.TenantId;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.accounting.model.Payment;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicesReadTest {

    private static final TenantId TENANT = TenantId.of("6f0f3b43-55d6-4a0c-8f0d-1d1f3fb8a001");
    private static final UUID ID = UUID.fromString("7b8e0a11-9a0f-4f7c-9b32-5a5e7a1d0001");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void list_twoPages_areReadLazilyAndInOrder() throws Exception {
        answer(list(2, 1, 2, "INV-1", "INV-2"));
        answer(list(2, 2, 2, "INV-3"));
        Iterator<Invoice> walk = invoices().list(q -> q.pageSize(2)).iterator();
        assertThat(server.getRequestCount()).isZero();

        assertThat(walk.next().invoiceNumber()).contains("INV-1");
        assertThat(walk.next().invoiceNumber()).contains("INV-2");
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(walk.next().invoiceNumber()).contains("INV-3");
        assertThat(walk.hasNext()).isFalse();

        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(pageOf(server.takeRequest())).isEqualTo("1");
        assertThat(pageOf(server.takeRequest())).isEqualTo("2");
    }

    @Test
    void list_query_isSentAsXeroReadsIt() throws Exception {
        answer(list(100, 1, 1));

        assertThat(invoices()
                        .list(q -> q.modifiedSince(Instant.parse("2026-11-20T23:59:59.999Z"))
                                .statuses(InvoiceStatus.AUTHORISED, InvoiceStatus.of("NEW_ONE"))))
                .isEmpty();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("If-Modified-Since")).isEqualTo("2026-11-20T23:59:59");
        assertThat(sent.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/api.xro/2.0/Invoices");
        assertThat(sent.getUrl().queryParameter("Statuses")).isEqualTo("AUTHORISED,NEW_ONE");
    }

    @Test
    void get_everyKindOfValue_isExact() {
        answer("""
                {"Invoices":[{"Type":"ACCREC","InvoiceID":"%s","InvoiceNumber":"INV-1","Total":"46.10","AmountDue":0.00,
                "Contact":{"ContactID":"a3675fc4-f8dd-4f03-ba5b-f1870566bcd7","Name":"Blue Harbour"},
                "Payments":[{"PaymentID":"99ea7f6b-c513-4066-bc27-b7c65dcd76c2","Date":"\\/Date(1543449600000+0000)\\/","Amount":46.10}],
                "Date":"/Date(-86400000+1300)/","Status":"SOMETHING_NEW","NotKnownHere":{"a":[1,{}]},
                "LineItems":[{"Description":"Ropes","Quantity":2.5000,"LineAmount":40.00}],
                "UpdatedDateUTC":"/Date(1541176592690+0000)/","SentToContact":"true","Reference":null}]}""".formatted(ID));

        Invoice invoice = invoices().get(ID);

        assertThat(invoice.invoiceId()).contains(ID);
        assertThat(invoice.total()).contains(new BigDecimal("46.10"));
        assertThat(invoice.amountDue()).contains(new BigDecimal("0.00"));
        assertThat(invoice.date()).contains(LocalDate.of(1969, 12, 31));
        assertThat(invoice.status()).contains(InvoiceStatus.of("SOMETHING_NEW"));
        assertThat(invoice.updatedDateUtc()).contains(Instant.ofEpochMilli(1541176592690L));
        assertThat(invoice.sentToContact()).contains(true);
        assertThat(invoice.reference()).isEmpty();
        assertThat(invoice.contact().orElseThrow().name()).contains("Blue Harbour");
        assertThat(invoice.payments()).flatExtracting(Payment::date).isNotEmpty();
        assertThat(invoice.lineItems()).extracting(LineItem::quantity).isNotEmpty();
        assertThat(invoice.toString()).doesNotContain("Blue Harbour", "46.10", "Ropes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>secret</html>",
                "[]",
                "{\"Invoices\":[{\"Total\":",
                "{\"Status\":\"OK\"}",
                "{\"Invoices\":7}"
            })
    void list_unreadable200_saysSoWithoutTheBody(String body) {
        answer(body);

        assertThatThrownBy(() -> invoices().list().iterator().hasNext())
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void list_bodyCutOff_isUnreadable() {
        server.enqueue(new MockResponse.Builder()
                .body(list(2, 1, 1, "INV-1", "INV-2"))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> invoices().list().iterator().hasNext()).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void get_unknownId_isNotFound() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .setHeader("Content-Type", "text/plain")
                .setHeader("Xero-Correlation-Id", "correlation-1")
                .body("The resource you're looking for cannot be found")
                .build());

        assertThatThrownBy(() -> invoices().get(ID)).isInstanceOfSatisfying(NotFoundException.class, e -> {
            assertThat(e.status()).isEqualTo(404);
            assertThat(e.correlationId()).contains("correlation-1");
            assertThat(e.tenantId()).contains(TENANT);
        });
    }

    private static String pageOf(RecordedRequest request) {
        return String.valueOf(request.getUrl().queryParameter("page"));
    }

    private static String list(int pageSize, int page, int pages, String... numbers) {
        List<String> elements = List.of(numbers).stream()
                .map(number -> "{\"Type\":\"ACCREC\",\"InvoiceNumber\":\"" + number + "\"}")
                .toList();
        return "{\"Status\":\"OK\",\"pagination\":{\"page\":" + page + ",\"pageSize\":" + pageSize + ",\"pageCount\":"
                + pages + ",\"itemCount\":" + pages * pageSize + "},\"Invoices\":" + elements + "}";
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .body(body)
                .build());
    }

    private InvoicesClient invoices() {
        HttpUrl accounting = server.url("/api.xro/2.0");
        return new TenantClient(
                        TENANT,
                        new ApiCalls(new OkHttpClient(), accounting, TENANT, new Random(1), () -> XeroServer.NOW))
                .invoices();
    }
}
