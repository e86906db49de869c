package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** The fake's accounting API. */
class FakeInvoicesTest extends FakeXeroCalls {

    @Test
    void invoices_allPages_areEveryInvoiceOnceInOrder() throws IOException {
        String token = connect().text("access_token");
        List<String> ids = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode answer = invoices(token, "page=" + page).body();
            assertThat(answer.path("pagination").toString())
                    .isEqualTo("{\"page\":" + page + ",\"pageSize\":100,\"pageCount\":3,\"itemCount\":250}");
            ids.addAll(answer.path("Invoices").findValuesAsText("InvoiceID"));
        }

        assertThat(ids)
                .isEqualTo(bakery().invoices().stream()
                        .map(invoice -> invoice.id().toString())
                        .toList());
        assertThat(invoices(token, "page=4").body().path("Invoices")).isEmpty();
    }

    @Test
    void invoices_amounts_areExactAndAddUp() throws IOException {
        String token = connect().text("access_token");

        String text = invoices(token, "page=1&pageSize=2000").raw();

        for (FakeInvoice invoice : bakery().invoices()) {
            assertThat(text).contains("\"Total\":" + invoice.total().toPlainString() + ",");
        }
        JsonNode one = JSON.readTree(text).path("Invoices").get(0);
        assertThat(one.path("LineItems")).isNotEmpty();
        assertThat(one.path("Date").asText()).matches("/Date\\(\\d+\\+0000\\)/");
    }

    @Test
    void invoices_currencies_areTwoAndAsTheBooksSay() throws IOException {
        String token = connect().text("access_token");

        JsonNode invoices = invoices(token, "pageSize=1000").body().path("Invoices");

        assertThat(invoices.findValuesAsText("CurrencyCode"))
                .isEqualTo(
                        bakery().invoices().stream().map(FakeInvoice::currency).toList())
                .contains("NZD", "AUD");
        for (JsonNode invoice : invoices) {
            boolean home = invoice.path("CurrencyCode").asText().equals("NZD");
            assertThat(invoice.path("CurrencyRate").asDouble() == 1).isEqualTo(home);
        }
    }

    @Test
    void invoices_withoutPageOrSummary_haveNoLines() throws IOException {
        String token = connect().text("access_token");

        assertThat(invoices(token, "").body().path("Invoices")).hasSize(250);
        assertThat(invoices(token, "").body().path("Invoices").get(0).path("LineItems"))
                .isEmpty();
        assertThat(invoices(token, "page=1&summaryOnly=true")
                        .body()
                        .path("Invoices")
                        .get(0)
                        .has("LineItems"))
                .isFalse();
    }

    @Test
    void invoices_filters_selectByStatusIdNumberAndContact() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice one = bakery().invoices().get(7);

        assertThat(selected(token, "Statuses=PAID,voided"))
                .isEqualTo(count(invoice -> List.of("PAID", "VOIDED").contains(invoice.status())));
        assertThat(selected(token, "IDs=" + one.id())).isEqualTo(1);
        assertThat(selected(token, "InvoiceNumbers=" + one.number())).isEqualTo(1);
        assertThat(selected(token, "ContactIDs=" + one.contactId()))
                .isEqualTo(count(invoice -> invoice.contactId().equals(one.contactId())));
    }

    @Test
    void invoices_ifModifiedSince_isReadInOneFormatAndIgnoredInOthers() throws IOException {
        String token = connect().text("access_token");
        Instant since = bakery().invoices().get(200).updatedAt();
        Request.Builder request = api(token, "/api.xro/2.0/Invoices?page=1&pageSize=1000", bakery());
        String format = since.toString().substring(0, 19);

        int changed = call(request.header("If-Modified-Since", format).build())
                .body()
                .path("Invoices")
                .size();
        int ignored = call(request.header("If-Modified-Since", since.toString()).build())
                .body()
                .path("Invoices")
                .size();

        assertThat(changed)
                .isEqualTo(count(invoice ->
                        !invoice.updatedAt().isBefore(since.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))));
        assertThat(changed).isLessThan(250);
        assertThat(ignored).isEqualTo(250);
    }

    @Test
    void invoice_byIdAndNumber_isThatOneOr404() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice one = bakery().invoices().get(3);

        JsonNode byId =
                get("/api.xro/2.0/Invoices/" + one.id(), token, bakery()).body();
        assertThat(byId.path("Invoices").get(0).path("InvoiceNumber").asText()).isEqualTo(one.number());
        assertThat(byId.path("Invoices").get(0).path("LineItems")).hasSameSizeAs(one.lines());
        assertThat(byId.has("pagination")).isFalse();
        Answered missing = get("/api.xro/2.0/Invoices/" + bakery().tenantId(), token, bakery());
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("text/plain");
        assertThat(get("/api.xro/2.0/Invoices?IDs=" + "x".repeat(2100), token, bakery())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void invoices_withoutAcceptingJson_areXml() throws IOException {
        String token = connect().text("access_token");
        Request request = api(token, "/api.xro/2.0/Invoices", bakery())
                .removeHeader("Accept")
                .build();

        assertThat(call(request).header("Content-Type")).startsWith("text/xml");
    }

    @Test
    void invoices_sums_areConsistent() {
        for (FakeInvoice invoice : bakery().invoices()) {
            assertThat(invoice.updatedAt()).isBeforeOrEqualTo(START);
            assertThat(invoice.amountDue().signum()).as(invoice.number()).isNotNegative();
            if (invoice.status().equals("PAID")) {
                assertThat(invoice.amountDue()).isEqualByComparingTo("0");
                assertThat(invoice.fullyPaidOn()).isPresent();
            }
        }
        assertThat(bakery().invoices().stream().map(FakeInvoice::status).distinct())
                .contains("DRAFT", "SUBMITTED", "AUTHORISED", "PAID", "VOIDED");
    }
}
