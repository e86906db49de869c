package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that applications create and update. */
class FakeWritesTest extends FakeDocumentCalls {

    @Test
    void put_sale_isNumberedSummedAndLastInTheList() throws IOException {
        JsonNode sale = created(SALE);

        assertThat(sale.path("InvoiceNumber").asText()).matches("INV-\\d{4}");
        assertThat(sale.path("LineItems").get(0).path("UnitAmount").asText()).isEqualTo("20.01");
        assertThat(sale.path("SubTotal").decimalValue()).isEqualByComparingTo("40.02");
        assertThat(sale.path("TotalTax").decimalValue()).isEqualByComparingTo("6.00");
        assertThat(sale.path("AmountDue").decimalValue()).isEqualByComparingTo("46.02");
        assertThat(sale.path("Date").asText()).isEqualTo("/Date(1795219200000+0000)/");
        FakeInvoice last = bakery().invoices().get(250);
        assertThat(last.id().toString()).isEqualTo(sale.path("InvoiceID").asText());
        assertThat(last.total()).isEqualByComparingTo("46.02");
        assertThat(only(read("Invoices/" + last.number()))).isEqualTo(sale);
    }

    @Test
    void put_unitdp4_keepsFourPlaces() throws IOException {
        JsonNode sale = only(send("PUT", "Invoices?unitdp=4", SALE));

        assertThat(sale.path("LineItems").get(0).path("UnitAmount").asText()).isEqualTo("20.005");
        assertThat(sale.path("SubTotal").decimalValue()).isEqualByComparingTo("40.01");
    }

    @Test
    void put_inclusiveAndNoTax_areSummedSo() throws IOException {
        JsonNode inclusive = created(SPEND);
        JsonNode noTax = created(SPEND.replace("Inclusive", "NoTax"));

        assertThat(inclusive.path("TotalTax").decimalValue()).isEqualByComparingTo("3");
        assertThat(inclusive.path("SubTotal").decimalValue()).isEqualByComparingTo("20");
        assertThat(noTax.path("Total").decimalValue()).isEqualByComparingTo("23");
        assertThat(noTax.path("TotalTax").decimalValue()).isEqualByComparingTo("0");
        assertThat(bakery().bankTransactions().get(125).subTotal()).isEqualByComparingTo("20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Contact':{'Name':'Tawa Motors'}, | `` | Contact must be specified",
                "{'Name':'Tawa Motors'} | {'ContactID':'00000000-0000-0000-0000-000000000001'} | could not be found",
                "'Type':'ACCREC' | 'Type':'SALE' | Type is missing",
                "'Description':'Tyres', | `` | no Description",
                "'AUTHORISED' | 'PAID' | cannot be created with this status",
                "'UnitAmount':20.005 | 'UnitAmount':-1 | cannot be negative",
                "'UnitAmount':20.005 | 'UnitAmount':'x' | not a number",
                "'AccountCode':'200' | 'AccountCode':'999' | not a valid code",
                "'DueDate':'2026-12-01', | `` | DueDate is missing",
                "'DueDate':'2026-12-01' | 'DueDate':'soon' | DueDate is not valid",
                "'Type':'ACCREC' | 'Type':'ACCREC','InvoiceNumber':'INV-0001' | unique",
                "'UnitAmount':20.005 | 'UnitAmount':20.005,'LineAmount':1 | does not match"
            })
    void put_invalidSale_isRefusedWithTheReason(String part, String instead, String reason) throws IOException {
        String sale = SALE.replace(part, instead);
        if (part.contains("InvoiceNumber") || instead.contains("INV-0001")) {
            xero().put(bakery().tenantId(), FakeInvoice.sale("INV-0001X", "Tawa", LocalDate.EPOCH, BigDecimal.TEN));
            sale = sale.replace("INV-0001", "INV-0001X");
        }
        int before = bakery().invoices().size();

        Answered answer = send("PUT", "Invoices", sale);

        assertThat(errors(answer)).startsWith("400").contains(reason);
        assertThat(answer.text("ErrorNumber") + answer.text("Type")).isEqualTo("10ValidationException");
        assertThat(answer.body().path("Elements").get(0).path("InvoiceID").asText())
                .isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(bakery().invoices()).hasSize(before);
    }

    @Test
    void put_batchWithOneError_isWrittenInPartOrNotAtAll() throws IOException {
        String batch = "{'Invoices':[" + SALE + "," + SALE.replace("ACCREC", "X") + "]}";

        Answered all = send("PUT", "Invoices", batch);
        assertThat(all.status()).isEqualTo(400);
        assertThat(all.body().path("Elements")).hasSize(2);
        assertThat(bakery().invoices()).hasSize(250);

        Answered each = send("PUT", "Invoices?summarizeErrors=false", batch);
        assertThat(each.status()).isEqualTo(200);
        assertThat(each.body().path("Invoices").findValuesAsText("StatusAttributeString"))
                .containsExactly("OK", "ERROR");
        assertThat(each.body().path("Invoices").get(1).path("ValidationErrors")).isNotEmpty();
        assertThat(bakery().invoices()).hasSize(251);
    }

    @Test
    void put_secondBillOfTheSameNumber_isAWarning() throws IOException {
        String bill = SALE.replace("ACCREC','", "ACCPAY','InvoiceNumber':'7','").replace("'200'", "'310'");
        created(bill);

        JsonNode second = only(send("PUT", "Invoices?summarizeErrors=false", bill));

        assertThat(second.path("StatusAttributeString").asText()).isEqualTo("WARNING");
        assertThat(second.path("Warnings")).hasSize(1);
        assertThat(bakery().invoices()).hasSize(252);
    }

    @Test
    void post_lines_areChangedAddedAndDeletedOrKept() throws IOException {
        JsonNode sale = created(SALE.replace("'LineItems':[", "'LineItems':[{'Description':'Text alone'},"));
        String path = "Invoices/" + sale.path("InvoiceID").asText();
        String kept = sale.path("LineItems").get(1).path("LineItemID").asText();

        JsonNode reference = only(send("POST", path, "{'Reference':'R','Total':1,'AmountDue':7}"));
        JsonNode lines = only(send(
                "POST",
                path,
                "{'LineItems':[{'LineItemID':'" + kept
                        + "','Quantity':3},{'Description':'New','UnitAmount':1,'AccountCode':'200'}]}"));

        assertThat(reference.path("LineItems")).isEqualTo(sale.path("LineItems"));
        assertThat(reference.path("Total")).isEqualTo(sale.path("Total"));
        assertThat(lines.path("LineItems").findValuesAsText("Description")).containsExactly("Tyres", "New");
        assertThat(lines.path("LineItems").get(0).path("LineItemID").asText()).isEqualTo(kept);
        assertThat(lines.path("SubTotal").decimalValue()).isEqualByComparingTo("61.03");
        assertThat(lines.path("Reference").asText()).isEqualTo("R");
        assertThat(errors(send("POST", path, "{'LineItems':[{'LineItemID':'" + bakery().tenantId() + "'}]}")))
                .contains("not in the document");
    }

    @Test
    void post_byIdAndNumber_updatesThatOneAndMovesIt() throws IOException {
        JsonNode sale = created(SALE);
        created(SALE);
        String number = sale.path("InvoiceNumber").asText();
        String id = sale.path("InvoiceID").asText();

        JsonNode byNumber = only(send("POST", "Invoices", "{'InvoiceNumber':'" + number + "','Reference':'one'}"));
        JsonNode byId = only(send("POST", "Invoices", "{'Invoices':[{'InvoiceID':'" + id + "','Reference':'two'}]}"));

        assertThat(byNumber.path("InvoiceID").asText()).isEqualTo(id);
        assertThat(byId.path("Reference").asText()).isEqualTo("two");
        assertThat(bakery().invoices().get(251).id().toString()).isEqualTo(id);
        assertThat(bakery().invoices()).hasSize(252);
        String nobody = bakery().tenantId().toString();
        assertThat(errors(send("POST", "Invoices", "{'InvoiceID':'" + nobody + "'}")))
                .contains("could be found");
        assertThat(send("POST", "Invoices/" + nobody, "{}").status()).isEqualTo(404);
        assertThat(errors(send("PUT", "Invoices", "{'InvoiceID':'" + id + "'}")))
                .contains("already");
    }

    @Test
    void post_contactWithMoreThanItsId_changesTheContactEverywhere() throws IOException {
        FakeInvoice one = bakery().invoices().get(0);
        String contact = "{'Contact':{'ContactID':'" + one.contactId() + "','Name':'New name'}}";
        JsonNode sale = created(SALE.replace("{'Name':'Tawa Motors'}", "{'ContactID':'" + one.contactId() + "'}"));

        send("POST", "Invoices/" + sale.path("InvoiceID").asText(), contact);

        assertThat(only(read("Invoices/" + one.id()))
                        .path("Contact")
                        .path("Name")
                        .asText())
                .isEqualTo("New name");
        assertThat(bakery().invoices().get(0).contactName()).isEqualTo("New name");
    }

    @Test
    void post_status_goesOnlyWhereItMay() throws IOException {
        String path = "Invoices/"
                + created(SALE.replace("AUTHORISED", "DRAFT")).path("InvoiceID").asText();
        for (String status : List.of("SUBMITTED", "DRAFT", "AUTHORISED", "VOIDED")) {
            JsonNode after = only(send("POST", path, "{'Status':'" + status + "'}"));
            assertThat(after.path("Status").asText()).isEqualTo(status);
        }
        assertThat(errors(send("POST", path, "{'Status':'AUTHORISED'}")))
                .startsWith("400")
                .contains("VOIDED");
        FakeInvoice paid = FakeInvoice.sale("P-1", "Tawa", LocalDate.EPOCH, BigDecimal.TEN)
                .paid(LocalDate.EPOCH, new BigDecimal("11.50"));
        xero().put(bakery().tenantId(), paid);
        assertThat(errors(send("POST", "Invoices/" + paid.id(), "{'Status':'VOIDED'}")))
                .contains("from PAID", "payments");
        assertThat(send("POST", "Invoices/" + paid.id(), "{'Reference':'fine'}").status())
                .isEqualTo(200);
    }

    @Test
    void bankTransaction_itsRules_arePlayed() throws IOException {
        JsonNode spent = created(SPEND);
        String path = "BankTransactions/" + spent.path("BankTransactionID").asText();

        assertThat(spent.path("BankAccount").path("Name").asText()).isNotEmpty();
        assertThat(errors(send("PUT", "BankTransactions", SPEND.replace("090", "200"))))
                .contains("BankAccount is not valid");
        assertThat(errors(send("PUT", "BankTransactions", SPEND.replace("'BankAccount':{'Code':'090'},", ""))))
                .contains("BankAccount is missing");
        assertThat(errors(send("POST", path, "{'Status':'VOIDED'}"))).contains("cannot be changed");
        assertThat(only(send("POST", path, "{'Status':'DELETED'}"))
                        .path("Status")
                        .asText())
                .isEqualTo("DELETED");
        FakeBankTransaction reconciled = FakeBankTransaction.spend("S-1", "Tawa", LocalDate.EPOCH, BigDecimal.TEN)
                .asReconciled();
        xero().put(bakery().tenantId(), reconciled);
        assertThat(errors(send("POST", "BankTransactions/" + reconciled.id(), "{'Status':'DELETED'}")))
                .contains("reconciled");
    }

    @Test
    void write_unusableBody_isRefused() throws IOException {
        assertThat(errors(send("PUT", "Invoices", "{"))).startsWith("400").contains("cannot be read");
        assertThat(send("PUT", "Invoices", "{'Invoices':[]}").text("ErrorNumber"))
                .isEqualTo("17");
        assertThat(send("PUT", "Invoices", "{'x':'" + "x".repeat(3_500_000) + "'}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void write_withoutItsScope_isRefused() throws IOException {
        String reader = tokenFor("accounting.invoices.read accounting.attachments.read");
        Answered refused = call(request("PUT", "Invoices", SALE)
                .header("Authorization", "Bearer " + reader)
                .build());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.detail()).isEqualTo("AuthorizationUnsuccessful");
        assertThat(refused.header("WWW-Authenticate")).contains("insufficent_scope");
        assertThat(get("/api.xro/2.0/BankTransactions", reader, bakery()).status())
                .isEqualTo(401);
        String path = "Invoices/" + bakery().invoices().get(0).id() + "/Attachments";
        assertThat(get("/api.xro/2.0/" + path, reader, bakery()).status()).isEqualTo(200);
        okhttp3.Request upload = request("PUT", path + "/a.txt", "a")
                .header("Authorization", "Bearer " + reader)
                .build();
        assertThat(call(upload).status()).isEqualTo(401);
    }
}
