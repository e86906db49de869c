package dev.xeroauth.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceReportTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void run_fakeXero_sumsAreXerosOwn() throws Exception {
        try (PlayedXero played = new PlayedXero(directory, out)) {
            LocalDate today = LocalDate.ofInstant(played.time().now(), ZoneOffset.UTC);
            List<OrganisationReport> reports = new InvoiceReport(played, directory, out).run();

            List<FakeOrganisation> organisations = played.xero().organisations();
            assertThat(reports).hasSameSizeAs(organisations);
            for (int i = 0; i < reports.size(); i++) {
                compare(reports.get(i), organisations.get(i), today);
            }
        }
    }

    @Test
    void run_fakeXero_showsTheTokensLifeAndAReportToRead() throws Exception {
        try (PlayedXero played = new PlayedXero(directory, out)) {
            new InvoiceReport(played, directory, out).run();

            assertThat(played.xero().ledger().refreshes()).isEqualTo(2);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("[token] connected")
                .contains("[token] refreshed in the background")
                .contains("[token] refused by Xero and refreshed")
                .contains("Orchard Lane Bakery", "Harbour Cycles")
                .containsPattern("Kind +Number +Contact +Status +Due +Total")
                .containsPattern("reading open documents: \\d+ of \\d+")
                .containsPattern("Owed to us, NZD +Current +1-30 days +31-60 days +61-90 days +Older +Total");
    }

    @Test
    void run_again_goesOnFromTheFileWithoutAConsent() throws Exception {
        try (PlayedXero played = new PlayedXero(directory, out)) {
            new InvoiceReport(played, directory, out).run();
        }
        printed.reset();

        try (PlayedXero played = new PlayedXero(directory, out)) {
            assertThat(new InvoiceReport(played, directory, out).run()).hasSize(2);

            assertThat(played.xero().ledger().requests(Endpoint.AUTHORIZE)).isZero();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Going on from the consent of an earlier run");
    }

    @Test
    void run_consentRevokedMeanwhile_saysSoAndConnectsAgain() throws Exception {
        try (PlayedXero played = new PlayedXero(directory, out)) {
            new InvoiceReport(played, directory, out).run();
        }
        printed.reset();
        Files.writeString(directory.resolve("fake-clock"), "PT2H");

        try (PlayedXero played = new PlayedXero(directory, out)) {
            played.xero().revokeAll();

            assertThat(new InvoiceReport(played, directory, out).run()).hasSize(2);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("No access token for now, asking once more")
                .contains("Xero no longer accepts the consent of an earlier run: connecting again.")
                .doesNotContain("No consent yet");
    }

    @Test
    void run_always_leavesNoTokenInTheDatabaseAndAKeyForItsOwnerOnly() throws Exception {
        String refreshToken;
        try (PlayedXero played = new PlayedXero(directory, out)) {
            new InvoiceReport(played, directory, out).run();
            Matcher last = Pattern.compile("(?s).*\"refreshToken\":\"([^\"]+)\"")
                    .matcher(Files.readString(directory.resolve("fake-xero.json")));
            assertThat(last.find()).isTrue();
            refreshToken = last.group(1);
        }

        assertThat(Files.readString(directory.resolve("tokens.mv.db"), StandardCharsets.ISO_8859_1))
                .contains("invoice-report")
                .doesNotContain(refreshToken);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void money_largeAndNegative_isGroupedWithTwoDecimals() {
        assertThat(ReportPage.money(new BigDecimal("1234567.5"))).isEqualTo("1,234,567.50");
        assertThat(ReportPage.money(new BigDecimal("-0.05"))).isEqualTo("-0.05");
    }

    private static void compare(OrganisationReport report, FakeOrganisation organisation, LocalDate today) {
        Predicate<FakeInvoice> open = invoice ->
                invoice.status().equals("AUTHORISED") && invoice.amountDue().signum() != 0;
        compare(
                report.receivables(),
                organisation,
                open.and(invoice -> invoice.type().equals("ACCREC")),
                today);
        compare(
                report.payables(),
                organisation,
                open.and(invoice -> invoice.type().equals("ACCPAY")),
                today);
        assertThat(report.changed().stream().map(Invoice::invoiceId).map(id -> id.orElseThrow()))
                .isEqualTo(organisation.invoices().stream()
                        .filter(invoice -> !invoice.updatedAt()
                                .isBefore(today.minusDays(14)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()))
                        .map(FakeInvoice::id)
                        .toList())
                .isNotEmpty();
    }

    private static void compare(
            List<AgedDebts> currencies, FakeOrganisation organisation, Predicate<FakeInvoice> open, LocalDate today) {
        assertThat(currencies.stream().map(AgedDebts::currency)).containsExactly("AUD", "NZD");
        for (AgedDebts debts : currencies) {
            Predicate<FakeInvoice> counted =
                    open.and(invoice -> invoice.currency().equals(debts.currency()));
            assertThat(debts.sums().amounts())
                    .as(organisation.name() + " " + debts.currency())
                    .containsExactly(
                            sum(organisation, counted.and(invoice -> overdue(invoice, today) <= 0)),
                            sum(organisation, counted.and(between(today, 1, 30))),
                            sum(organisation, counted.and(between(today, 31, 60))),
                            sum(organisation, counted.and(between(today, 61, 90))),
                            sum(organisation, counted.and(invoice -> overdue(invoice, today) > 90)),
                            sum(organisation, counted));
            assertThat(debts.rows().stream().map(AgedDebts.Row::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualTo(debts.sums().total());
        }
    }

    private static Predicate<FakeInvoice> between(LocalDate today, long least, long most) {
        return invoice -> overdue(invoice, today) >= least && overdue(invoice, today) <= most;
    }

    private static long overdue(FakeInvoice invoice, LocalDate today) {
        return ChronoUnit.DAYS.between(invoice.dueDate(), today);
    }

    private static BigDecimal sum(FakeOrganisation organisation, Predicate<FakeInvoice> which) {
        return organisation.invoices().stream()
                .filter(which)
                .map(FakeInvoice::amountDue)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
