package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code where}, {@code order} and other parameters of lists. */
class FakeFiltersTest extends FakeDocumentCalls {

    private JsonNode list(String resource, String parameter, String value) throws IOException {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return read(resource + "?page=1&pageSize=1000&" + parameter + "=" + encoded)
                .body()
                .path(resource);
    }

    private int where(String filter) throws IOException {
        return list("Invoices", "where", filter).size();
    }

    @Test
    void where_comparisons_selectAsTheBooksSay() throws IOException {
        FakeInvoice one = bakery().invoices().get(9);
        LocalDate day = one.date();

        assertThat(where("Type==\"ACCREC\" AND Status!=\"PAID\""))
                .isEqualTo(count(
                        each -> each.type().equals("ACCREC") && !each.status().equals("PAID")));
        assertThat(where("Total >= 500.5 OR (AmountDue<1 and Type == \"ACCPAY\")"))
                .isEqualTo(count(each -> each.total().compareTo(new BigDecimal("500.5")) >= 0
                        || (each.type().equals("ACCPAY") && each.amountDue().compareTo(BigDecimal.ONE) < 0)));
        assertThat(where("Date<DateTime(" + day.getYear() + ", " + day.getMonthValue() + ", " + day.getDayOfMonth()
                        + ")"))
                .isEqualTo(count(each -> each.date().isBefore(day)));
        assertThat(where("Contact.ContactID==Guid(\"" + one.contactId() + "\")"))
                .isEqualTo(count(each -> each.contactId().equals(one.contactId())));
        assertThat(where("InvoiceNumber.StartsWith(\"INV-00\") && Contact.Name.Contains(\"e\")"))
                .isEqualTo(count(each ->
                        each.number().startsWith("INV-00") && each.contactName().contains("e")));
        assertThat(where("FullyPaidOnDate==null"))
                .isEqualTo(count(each -> !each.status().equals("PAID")));
        assertThat(where("HasAttachments==true")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type==",
                "Type=\"ACCREC\"",
                "Nothing==1",
                "Total==\"1\"",
                "InvoiceID==\"x\"",
                "(Total>1",
                "Total>1)",
                "InvoiceNumber>\"a\"",
                "Total",
                "Contact.Nothing==1",
                "Url.Contains(\"x\")",
                "Date>DateTime(2026,13,1)"
            })
    void where_malformed_isAQueryParseException(String filter) throws IOException {
        Answered answer = read("Invoices?page=1&where=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));

        assertThat(answer.status() + answer.text("ErrorNumber") + answer.text("Type"))
                .isEqualTo("40016QueryParseException");
    }

    @Test
    void where_bankTransactions_byAccountAndState() throws IOException {
        List<FakeBankTransaction> all = bakery().bankTransactions();
        String account = all.get(0).bankAccountId().toString();

        assertThat(list("BankTransactions", "where", "BankAccount.AccountID==Guid(\"" + account + "\")"))
                .hasSize(125);
        assertThat(list("BankTransactions", "where", "IsReconciled AND Type==\"SPEND\""))
                .hasSize((int) all.stream()
                        .filter(each -> each.reconciled() && each.type().equals("SPEND"))
                        .count());
        assertThat(read("BankTransactions?IDs=" + account).status()).isEqualTo(501);
    }

    @Test
    void order_byTwoFields_isThatOrder() throws IOException {
        List<FakeInvoice> expected = new ArrayList<>(bakery().invoices());
        expected.sort(Comparator.comparing(FakeInvoice::date).reversed().thenComparing(FakeInvoice::number));

        assertThat(list("Invoices", "order", "Date DESC, InvoiceNumber").findValuesAsText("InvoiceNumber"))
                .isEqualTo(expected.stream().map(FakeInvoice::number).toList());
        assertThat(read("Invoices?order=Nothing").text("ErrorNumber")).isEqualTo("16");
    }

    @Test
    void searchTermAndCreatedByMyApp_select() throws IOException {
        created(SALE);

        assertThat(list("Invoices", "searchTerm", "tawa mot"))
                .hasSize(count(each -> each.contactName().contains("Tawa Mot")));
        assertThat(list("Invoices", "createdByMyApp", "true")).hasSize(1);
        assertThat(list("Invoices", "includeArchived", "true")).hasSize(251);
    }

    @Test
    void bankTransactions_pages_areEveryOneOnceInOrder() throws IOException {
        JsonNode page = read("BankTransactions?page=2").body();
        JsonNode whole = page.path("BankTransactions").get(0);

        assertThat(page.path("pagination").toString())
                .isEqualTo("{\"page\":2,\"pageSize\":100,\"pageCount\":2,\"itemCount\":125}");
        FakeBankTransaction expected = bakery().bankTransactions().get(100);
        assertThat(whole.path("BankTransactionID").asText())
                .isEqualTo(expected.id().toString());
        assertThat(whole.path("Total").decimalValue()).isEqualByComparingTo(expected.total());
        assertThat(whole.path("LineItems")).hasSameSizeAs(expected.lines());
        assertThat(only(read("BankTransactions/" + expected.id()))).isEqualTo(whole);
        assertThat(read("BankTransactions")
                        .body()
                        .path("BankTransactions")
                        .get(0)
                        .path("LineItems"))
                .isEmpty();
        assertThat(bakery().bankTransactions())
                .isSortedAccordingTo(Comparator.comparing(FakeBankTransaction::updatedAt));
    }
}
