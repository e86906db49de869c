package dev.xeroauth.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.Fault;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationPagesTest {

    private RunningExample example;
    private Visitor visitor;

    @BeforeEach
    void start() {
        example = new RunningExample();
        visitor = new Visitor(example);
    }

    @AfterEach
    void stop() {
        example.close();
    }

    @Test
    void home_beforeAnyConsent_offersToConnect() {
        HttpResponse<String> home = visitor.get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("Connect to Xero").doesNotContain("Disconnect");
    }

    @Test
    void home_afterTheConsent_namesEachOrganisationAndLeadsToIt() {
        HttpResponse<String> callback = visitor.connect();
        assertThat(callback.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(callback).getPath()).isEqualTo("/");
        assertThat(visitor.get("/").body())
                .contains("Orchard Lane Bakery", "Harbour Cycles", "/organisations/" + example.bakery())
                .contains(example.user().givenName() + " " + example.user().familyName());
    }

    @Test
    void overdue_ofAnOrganisation_showsWhatIsOpenAndLateAndNothingElse() {
        visitor.connect();
        LocalDate today = LocalDate.now(example.clock());
        FakeInvoice late = FakeInvoice.sale("LATE-1", "Ada", today.minusDays(24), new BigDecimal("100"));
        example.xero().put(example.bakery(), late);
        example.xero()
                .put(
                        example.bakery(),
                        FakeInvoice.sale("DUE-TODAY", "Ada", today.minusDays(14), new BigDecimal("100")));
        example.xero()
                .put(example.bakery(), FakeInvoice.bill("BILL-1", "Ada", today.minusDays(24), new BigDecimal("100")));
        example.xero()
                .put(
                        example.bakery(),
                        FakeInvoice.sale("PAID-1", "Ada", today.minusDays(24), new BigDecimal("100"))
                                .paid(today, new BigDecimal("115.00")));
        String page = overduePage().body();
        assertThat(page).contains("Orchard Lane Bakery").doesNotContain("DUE-TODAY", "BILL-1", "PAID-1");
        assertThat(page.substring(page.indexOf("LATE-1"))).containsSubsequence("Ada", ">10</td>", "115.00 NZD");
    }

    @Test
    void overdue_ofAnOrganisation_addsUpEachCurrencyByItself() {
        visitor.connect();
        LocalDate today = LocalDate.now(example.clock());
        String page = overduePage().body();
        Matcher totals = Pattern.compile("Overdue in ([A-Z]{3})</span>\\s*<strong>([0-9,.]+)</strong>")
                .matcher(page);
        int currencies = 0;
        while (totals.find()) {
            currencies++;
            String currency = totals.group(1);
            BigDecimal expected = example.xero()
                    .organisation(example.bakery())
                    .sum(
                            invoice -> invoice.type().equals("ACCREC")
                                    && invoice.status().equals("AUTHORISED")
                                    && invoice.currency().equals(currency)
                                    && invoice.dueDate().isBefore(today),
                            FakeInvoice::amountDue);
            assertThat(new BigDecimal(totals.group(2).replace(",", ""))).isEqualByComparingTo(expected);
        }
        assertThat(currencies).isEqualTo(2);
    }

    @Test
    void overdue_ofACustomerWithMarkupInItsName_showsItAsText() {
        visitor.connect();
        LocalDate today = LocalDate.now(example.clock());
        example.xero()
                .put(
                        example.bakery(),
                        FakeInvoice.sale("S-1", "<script>alert(1)</script>", today.minusDays(20), BigDecimal.TEN));
        assertThat(overduePage().body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void overdue_ofAnotherOrganisation_isNotFound() {
        visitor.connect();
        HttpResponse<String> page = visitor.get("/organisations/" + UUID.randomUUID());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("not connected");
    }

    @Test
    void overdue_whileXeroFails_saysWhenToTryAgain() {
        visitor.connect();
        example.xero()
                .next(Endpoint.API, Fault.answer(503, "text/html", "away"), Fault.answer(503, "text/html", "away"));
        HttpResponse<String> page = overduePage();
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Try again in 1 minute.").doesNotContain("Exception");
        assertThat(page.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void overdue_overTheRateLimit_saysWhenToTryAgain() {
        visitor.connect();
        example.xero().next(Endpoint.API, Fault.tooManyRequests("minute", Duration.ofSeconds(37)));
        HttpResponse<String> page = overduePage();
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Try again in 37 seconds.");
        assertThat(page.headers().firstValue("Retry-After")).hasValue("37");
    }

    private HttpResponse<String> overduePage() {
        return visitor.get("/organisations/" + example.bakery());
    }
}
