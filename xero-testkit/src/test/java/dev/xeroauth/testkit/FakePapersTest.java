package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** Attachments, history, PDF, e-mail and online invoices, and keys of writes. */
class FakePapersTest extends FakeDocumentCalls {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 7);

    private final FakeInvoice sale = FakeInvoice.sale("S-1", "Tawa Motors", DAY, BigDecimal.TEN);

    private String put(FakeInvoice invoice) {
        return "Invoices/" + xero().put(bakery().tenantId(), invoice).id();
    }

    @Test
    void attachment_stored_isListedAndReadByNameAndId() throws IOException {
        String path = put(sale);

        Answered first = send("PUT", path + "/Attachments/a%20%23%2B.txt?IncludeOnline=true", "one");
        Answered second = send("POST", path + "/Attachments/a%20%23%2B.txt", "second");
        JsonNode file = read(path + "/Attachments").body().path("Attachments").get(0);
        String id = file.path("AttachmentID").asText();

        assertThat(first.body().findPath("IncludeOnline").asBoolean()).isTrue();
        assertThat(second.body().findPath("AttachmentID").asText()).isEqualTo(id);
        assertThat(file.path("FileName").asText()).isEqualTo("a #+.txt");
        assertThat(file.path("ContentLength").asInt()).isEqualTo(6);
        assertThat(file.path("Url").asText()).endsWith(path + "/Attachments/a%20%23+.txt");
        assertThat(read(path + "/Attachments/a%20%23+.txt").raw()).isEqualTo("second");
        assertThat(read(path + "/Attachments/" + id).status()).isEqualTo(400);
        Request byId = api(token(), "/api.xro/2.0/" + path + "/Attachments/" + id, bakery())
                .header("contentType", "application/json")
                .build();
        assertThat(call(byId).raw()).isEqualTo("second");
        JsonNode alone = only(read(path));
        assertThat(alone.path("HasAttachments").asBoolean()).isTrue();
        assertThat(alone.path("Attachments").get(0)).isEqualTo(file);
    }

    @Test
    void attachment_tooManyOrBadName_isRefused() throws IOException {
        String path = "BankTransactions/" + bakery().bankTransactions().get(0).id() + "/Attachments/";
        for (String name : new String[] {"%3C", "%3A", "%22", "%2F", "%5C", "%7C", "%3F", "*"}) {
            assertThat(errors(send("PUT", path + "a" + name, "x"))).as(name).contains("not allowed");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(send("PUT", path + i, "x").status()).isEqualTo(200);
        }

        assertThat(errors(send("PUT", path + "10", "x"))).contains("at most 10 files");
        assertThat(send("PUT", path + "9", "y").status()).isEqualTo(200);
        assertThat(errors(send("PUT", path + "9", "x".repeat(10 * 1024 * 1024 + 1))))
                .contains("10 MB");
    }

    @Test
    void history_tellsWhatHappenedAndTakesNotes() throws IOException {
        String path = "Invoices/" + created(SALE).path("InvoiceID").asText();
        send("POST", path, "{'Reference':'R'}");

        Answered note = send("PUT", path + "/History", "{'HistoryRecords':[{'Details':'Called'}]}");
        JsonNode records = read(path + "/History").body().path("HistoryRecords");

        assertThat(note.body().findPath("Details").asText()).isEqualTo("Called");
        assertThat(records.findValuesAsText("Changes")).containsExactly("Note", "Edited", "Created");
        assertThat(records.get(0).path("DateUTC").asText()).isEqualTo("/Date(" + START.toEpochMilli() + "+0000)/");
        assertThat(records.get(0).path("DateUTCString").asText()).isEqualTo("2026-11-21T10:00:00");
        String tooLong = "{'HistoryRecords':[{'Details':'" + "x".repeat(2501) + "'}]}";
        assertThat(errors(send("PUT", path + "/History", tooLong)))
                .startsWith("400")
                .contains("2500");
    }

    @Test
    void pdf_isOneByItsHeaderAndByItsPath() throws IOException {
        String path = put(sale);
        Request accepting = api(token(), "/api.xro/2.0/" + path, bakery())
                .header("Accept", "application/pdf")
                .build();

        assertThat(call(accepting).raw())
                .startsWith("%PDF-1.4")
                .contains("(S-1)")
                .endsWith("%%EOF\n");
        assertThat(read(path + "/pdf").header("Content-Type")).isEqualTo("application/pdf");
        String pdf = read(path + "/pdf").raw();
        int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));
        assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
    }

    @Test
    void email_marksAuthorisedSalesAsSentAndNothingElse() throws IOException {
        FakeInvoice bill = FakeInvoice.bill("B-1", "Tawa Motors", DAY, BigDecimal.TEN);
        String made = "Invoices/"
                + created(SALE.replace("Tawa", "Nobody")).path("InvoiceID").asText();

        assertThat(send("POST", put(sale) + "/Email", "").status()).isEqualTo(204);
        assertThat(only(read(put(sale.withStatus("DRAFT"))))
                        .path("SentToContact")
                        .asBoolean())
                .isFalse();
        assertThat(errors(send("POST", put(sale.withStatus("DRAFT")) + "/Email", "")))
                .contains("authorised");
        assertThat(errors(send("POST", put(bill) + "/Email", ""))).contains("authorised");
        assertThat(errors(send("POST", made + "/Email", ""))).contains("no email address");
        send("POST", made, "{'Contact':{'Name':'Nobody Motors','EmailAddress':'a@example.com'}}");
        assertThat(send("POST", made + "/Email", "").status()).isEqualTo(204);
        assertThat(only(read(made)).path("SentToContact").asBoolean()).isTrue();
    }

    @Test
    void onlineInvoice_isThereForAuthorisedSales() throws IOException {
        assertThat(read(put(sale) + "/OnlineInvoice")
                        .body()
                        .findPath("OnlineInvoiceUrl")
                        .asText())
                .startsWith("https://");
        assertThat(read(put(sale.withStatus("DRAFT")) + "/OnlineInvoice").status())
                .isEqualTo(404);
        String transaction =
                "BankTransactions/" + bakery().bankTransactions().get(0).id();
        assertThat(read(transaction + "/OnlineInvoice").status()).isEqualTo(404);
    }

    private Answered keyed(String key, String json) throws IOException {
        return call(
                request("PUT", "Invoices", json).header("Idempotency-Key", key).build());
    }

    @Test
    void idempotencyKey_sameRequest_isAnsweredAgainForSixMinutes() throws IOException {
        Answered first = keyed("k", SALE);
        time.advance(Duration.ofMinutes(6).minusMillis(1));
        Answered again = keyed("k", SALE);

        assertThat(again.raw()).isEqualTo(first.raw());
        assertThat(again.header("X-DayLimit-Remaining")).isNotEqualTo(first.header("X-DayLimit-Remaining"));
        assertThat(bakery().invoices()).hasSize(251);
        time.advance(Duration.ofMillis(1));
        assertThat(keyed("k", SALE).status()).isEqualTo(200);
        assertThat(bakery().invoices()).hasSize(252);
    }

    @Test
    void idempotencyKey_otherRequestOrTooLong_isRefused() throws IOException {
        Answered refused = keyed("k", "{'Type':'X'}");
        time.advance(Duration.ofMinutes(1));

        assertThat(keyed("k", "{'Type':'X'}").raw()).isEqualTo(refused.raw());
        assertThat(errors(keyed("k", SALE))).startsWith("400").contains("is used with a different request");
        assertThat(errors(keyed("k".repeat(129), SALE))).startsWith("400").contains("128");
        assertThat(keyed("k".repeat(128), SALE).status()).isEqualTo(200);
    }
}
