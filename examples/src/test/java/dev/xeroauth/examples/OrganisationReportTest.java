package dev.xeroauth.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What counts as a debt, and where. */
class OrganisationReportTest {

    private static final GrantId GRANT = GrantId.of("invoice-report");

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(
            () -> FakeXero.builder().organisation("Orchard Lane Bakery", 1).start());

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private XeroClient xero;

    @BeforeEach
    void connect() {
        xero = XeroClient.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .build();
        ConsentRequest request = xero.consent()
                .begin(GRANT, Surroundings.REDIRECT, Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS));
        xero.consent().complete(request, fake.get().approve(request.url()));
    }

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void readDebts_twoCurrencies_areNeverAddedUp() {
        OrganisationReport report =
                debts("ACCREC 100.10 NZD", "ACCREC 50.20 AUD", "ACCREC 1.00 NZD", "ACCPAY 7.00 AUD");

        assertThat(totals(report.receivables())).containsExactly("AUD 50.20", "NZD 101.10");
        assertThat(totals(report.payables())).containsExactly("AUD 7.00");
    }

    @Test
    void readDebts_creditNotesAndUnknownTypes_areNoDebts() {
        OrganisationReport report = debts(
                "ACCREC 100.00 NZD",
                "ACCRECCREDIT 20.00 NZD",
                "ACCPAYCREDIT 30.00 NZD",
                "APOVERPAYMENT 40.00 NZD",
                "SOMETHINGNEW 50.00 NZD");

        assertThat(totals(report.receivables())).containsExactly("NZD 100.00");
        assertThat(report.payables()).isEmpty();
    }

    @Test
    void aged_severalCurrencies_isATableEachWithATotalThatNamesIt() {
        OrganisationReport report = debts("ACCREC 100.10 NZD", "ACCREC 50.20 AUD");
        ReportPage page = new ReportPage(out);

        page.aged("Owed to us", report.receivables());
        page.aged("Owed by us", report.payables());

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence("Owed to us, AUD", "Total AUD", "50.20", "Owed to us, NZD", "Total NZD", "100.10")
                .contains("Owed by us: nothing");
    }

    private OrganisationReport debts(String... documents) {
        String invoices = Stream.of(documents).map(OrganisationReportTest::json).collect(Collectors.joining(","));
        fake.get().next(Endpoint.API, Fault.answer(200, "application/json", "{\"Invoices\":[" + invoices + "]}"));
        OrganisationReport report = new OrganisationReport(
                xero.tenant(GRANT, fake.get().organisations().get(0).tenantId()), LocalDate.of(2026, 11, 21), out);
        report.readDebts();
        return report;
    }

    private static String json(String document) {
        String[] words = document.split(" ", -1);
        return String.format(
                "{\"Type\":\"%s\",\"Status\":\"AUTHORISED\",\"AmountDue\":%s,\"CurrencyCode\":\"%s\"}",
                words[0], words[1], words[2]);
    }

    private static List<String> totals(List<AgedDebts> currencies) {
        return currencies.stream()
                .map(debts -> debts.currency() + " " + debts.sums().total())
                .toList();
    }
}
