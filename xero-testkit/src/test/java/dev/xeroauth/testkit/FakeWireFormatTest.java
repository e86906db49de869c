package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of invoices, against what Xero's description says of them. */
class FakeWireFormatTest extends FakeXeroCalls {

    private static final Set<String> INVOICE = Set.of(
            "Type",
            "InvoiceID",
            "InvoiceNumber",
            "Reference",
            "Payments",
            "CreditNotes",
            "Prepayments",
            "Overpayments",
            "AmountDue",
            "AmountPaid",
            "AmountCredited",
            "SentToContact",
            "CurrencyRate",
            "HasErrors",
            "IsDiscounted",
            "HasAttachments",
            "Contact",
            "DateString",
            "Date",
            "DueDateString",
            "DueDate",
            "Status",
            "LineAmountTypes",
            "LineItems",
            "SubTotal",
            "TotalTax",
            "Total",
            "UpdatedDateUTC",
            "UpdatedDateUTCString",
            "CurrencyCode",
            "FullyPaidOnDate");
    private static final String DATE = "\"/Date\\(-?\\d+\\+0000\\)/\"";

    @ParameterizedTest
    @ValueSource(strings = {"page=1&pageSize=250", "", "page=1&summaryOnly=true"})
    void invoices_everyField_isOneOfXerosInItsFormat(String query) throws IOException {
        String token = connect().text("access_token");

        JsonNode answer = invoices(token, query).body();

        assertThat(answer.path("Invoices")).isNotEmpty();
        for (JsonNode invoice : answer.path("Invoices")) {
            assertThat(INVOICE).containsAll(names(invoice));
            assertThat(names(invoice)).hasSizeGreaterThan(20);
            assertFormats(invoice);
        }
        assertThat(answer.path("DateTimeUTC").asText()).isEqualTo("/Date(" + START.toEpochMilli() + ")/");
        assertThat(answer.path("Status").asText()).isEqualTo("OK");
    }

    @Test
    void invoice_oneWithAPayment_isWrittenLikeXerosExample() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice sale = FakeInvoice.sale("INV-9006", "Liam \"G\"", LocalDate.of(2019, 3, 7), new BigDecimal("1E+3"))
                .paid(LocalDate.of(2019, 3, 19), new BigDecimal("1150"));
        xero().put(bakery().tenantId(), sale);

        String raw = get("/api.xro/2.0/Invoices/INV-9006", token, bakery()).raw();

        assertThat(raw)
                .contains("\"DateString\":\"2019-03-07T00:00:00\",\"Date\":\"/Date(1551916800000+0000)/\"")
                .contains("\"DueDateString\":\"2019-03-21T00:00:00\",\"DueDate\":\"/Date(1553126400000+0000)/\"")
                .contains("\"FullyPaidOnDate\":\"/Date(1552953600000+0000)/\"")
                .contains("\"Date\":\"/Date(1552953600000+0000)/\",\"Amount\":1150.00,\"CurrencyRate\":1.000000")
                .contains("\"SubTotal\":1000.00,\"TotalTax\":150.00,\"Total\":1150.00")
                .contains("\"AmountDue\":0.00,\"AmountPaid\":1150.00,\"AmountCredited\":0.00")
                .contains("\"UnitAmount\":1000.00", "\"Quantity\":1.0000", "\"LineAmount\":1000.00")
                .contains("\"UpdatedDateUTC\":\"/Date(" + START.toEpochMilli() + "+0000)/\"")
                .contains("\"UpdatedDateUTCString\":\"2026-11-21T10:00:00Z\"")
                .doesNotContain("null");
    }

    @Test
    void invoice_amountsInAnotherScale_areWrittenInXeros() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice.Line line = new FakeInvoice.Line(
                bakery().tenantId().value(),
                "Flour",
                new BigDecimal("2"),
                new BigDecimal("1E+1"),
                new BigDecimal("2E+1"),
                new BigDecimal("3"),
                "200");
        FakeInvoice sale = FakeInvoice.sale("INV-9007", "Liam", LocalDate.of(1960, 3, 7), BigDecimal.ONE)
                .withLines(List.of(line));
        xero().put(bakery().tenantId(), sale);

        String raw = get("/api.xro/2.0/Invoices/INV-9007", token, bakery()).raw();

        assertThat(raw)
                .contains("\"UnitAmount\":10.00", "\"Quantity\":2.0000", "\"LineAmount\":20.00", "\"TaxAmount\":3.00")
                .contains("\"SubTotal\":20.00,\"TotalTax\":3.00,\"Total\":23.00", "\"AmountDue\":23.00")
                .contains("\"Date\":\"/Date(-309916800000+0000)/\"");
    }

    @Test
    void invoice_unitAmount_hasFourPlacesForThoseWhoAsk() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice.Line line = new FakeInvoice.Line(
                bakery().tenantId().value(),
                "Screws",
                new BigDecimal("1000"),
                new BigDecimal("0.0375"),
                new BigDecimal("37.50"),
                new BigDecimal("5.63"),
                "200");
        FakeInvoice sale = FakeInvoice.sale("INV-9008", "Liam", LocalDate.of(2026, 3, 7), BigDecimal.ONE)
                .withLines(List.of(line));
        xero().put(bakery().tenantId(), sale);
        String path = "/api.xro/2.0/Invoices/" + sale.id();

        assertThat(get(path, token, bakery()).raw()).contains("\"UnitAmount\":0.04,");
        assertThat(get(path + "?unitdp=4", token, bakery()).raw()).contains("\"UnitAmount\":0.0375,");
        assertThat(invoices(token, "page=1&pageSize=1000&unitdp=4").raw()).contains("\"UnitAmount\":0.0375,");
    }

    @Test
    void invoices_withAndWithoutPage_differInLinesAndContact() throws IOException {
        String token = connect().text("access_token");

        JsonNode paged = invoices(token, "page=1").body().path("Invoices").get(0);
        JsonNode unpaged = invoices(token, "").body().path("Invoices").get(0);
        JsonNode onlySized = invoices(token, "pageSize=10").body();
        JsonNode summary = invoices(token, "page=1&summaryOnly=true").body();

        assertThat(paged.path("Contact").path("Addresses")).isNotEmpty();
        assertThat(paged.path("Contact").path("ContactStatus").asText()).isEqualTo("ACTIVE");
        assertThat(unpaged.path("LineItems")).isEmpty();
        assertThat(unpaged.path("Contact").path("Addresses")).isEmpty();
        assertThat(unpaged.path("Contact").has("ContactStatus")).isFalse();
        assertThat(unpaged.path("Contact").path("Name"))
                .isEqualTo(paged.path("Contact").path("Name"));
        assertThat(onlySized.path("Invoices")).hasSize(250);
        assertThat(onlySized.has("pagination")).isFalse();
        assertThat(summary.path("Invoices").get(0).has("Payments")).isFalse();
        assertThat(summary.path("pagination").path("itemCount").asInt()).isEqualTo(250);
    }

    private static void assertFormats(JsonNode invoice) {
        for (String date : List.of("Date", "DueDate", "UpdatedDateUTC")) {
            assertThat(invoice.path(date).toString()).as(date).matches(DATE);
        }
        for (String money : List.of("SubTotal", "TotalTax", "Total", "AmountDue", "AmountPaid", "AmountCredited")) {
            assertThat(invoice.path(money).isNumber()).as(money).isTrue();
        }
        assertThat(invoice.path("DateString").asText()).endsWith("T00:00:00");
        assertThat(invoice.has("FullyPaidOnDate"))
                .isEqualTo(invoice.path("Status").asText().equals("PAID"));
        assertThat(invoice.has("SentToContact"))
                .isEqualTo(invoice.path("Type").asText().equals("ACCREC"));
        assertThat(invoice.toString()).doesNotContain(":null");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
