package dev.xeroauth.examples;

import static dev.xeroauth.Scope.ACCOUNTING_INVOICES_READ;
import static dev.xeroauth.Scope.OFFLINE_ACCESS;
import static dev.xeroauth.accounting.model.InvoiceStatus.AUTHORISED;
import static dev.xeroauth.accounting.model.InvoiceType.ACCREC;
import static java.math.BigDecimal.ZERO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.accounting.TenantClient;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's programs: that they compile and do what they say, and that they are the same programs. */
class ReadmeTest {

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(
            () -> FakeXero.builder().organisation("Orchard Lane Bakery", 120).start());

    @Test
    void program_asPrinted_printsWhatIsDue() {
        String clientId = fake.get().app().clientId();
        FakeXeroSecrets secrets = new FakeXeroSecrets(fake.get().app());
        byte[] key = new byte[32];
        key[0] = 1;
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");
        Instant yesterday = Instant.EPOCH;

        List<String> printed = program(clientId, secrets, dataSource, key, yesterday);

        assertThat(printed)
                .isNotEmpty()
                .isEqualTo(fake.get().organisations().get(0).invoices().stream()
                        .filter(invoice -> invoice.status().equals("AUTHORISED"))
                        .map(invoice -> invoice.number() + ", due: " + invoice.amountDue() + " " + invoice.currency())
                        .toList());
    }

    private List<String> program(
            String clientId, FakeXeroSecrets secrets, DataSource dataSource, byte[] key, Instant yesterday) {
        URI redirectUri = URI.create("http://localhost:8723/callback");
        XeroEndpoints endpoints = fake.get().endpoints();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, UTF_8);

        // spotless:off
        // README
XeroClient xero = XeroClient.builder() // one per application, shared by all threads
        .app(XeroApp.web(clientId, secrets::xeroSecret))
        .tokenStore(JdbcTokenStore.of(dataSource).createTableIfMissing())
        .encryption(KeyRing.of("2026-11", key)) // 32 random bytes
        .endpoints(endpoints) // only here
        .build();

GrantId customer = GrantId.of("customer-42");
ConsentRequest consent = xero.consent().begin(customer, redirectUri, Scopes.of(ACCOUNTING_INVOICES_READ, OFFLINE_ACCESS));
String cookie = consent.sealed(); URI callbackUrl = fake.get().approve(consent.url()); // only here
// Send the browser to consent.url(), keep consent.sealed() in a cookie. When the browser is back, say whose consent it has to
// be, as a cookie that somebody planted would complete another's:
ConsentResult result = xero.consent().complete(xero.consent().resume(customer, cookie), callbackUrl);

TenantClient org = xero.tenant(customer, result.onlyConnection().tenantId());
for (Invoice invoice : org.invoices().list(q -> q.modifiedSince(yesterday).statuses(AUTHORISED))) { // lazy, over all pages
    out.println(invoice.invoiceNumber().orElse("") + ", due: " + invoice.amountDue().orElse(ZERO) + " "
            + invoice.currencyCode().orElse("")); // an organisation may have several
}
        // end
        // spotless:on
        xero.close();
        return printed.toString(UTF_8).lines().toList();
    }

    @Test
    void writing_asPrinted_leavesAnAuthorisedInvoice() {
        XeroApp app = fake.get().customConnectionApp();
        try (XeroClient own = XeroClient.builder()
                .app(XeroApp.customConnection(app.clientId(), new FakeXeroSecrets(app)::xeroSecret))
                .endpoints(fake.get().endpoints())
                .build()) {
            FakeInvoice any = fake.get().organisations().get(0).invoices().get(0);

            write(
                    own.organisation(),
                    any.contactId(),
                    any.date().plusDays(14),
                    new BigDecimal("7.5"),
                    new BigDecimal("95.00"));
        }

        List<FakeInvoice> invoices = fake.get().organisations().get(0).invoices();
        FakeInvoice last = invoices.get(invoices.size() - 1);
        assertThat(last.status()).isEqualTo("AUTHORISED");
    }

    private static void write(
            TenantClient org, UUID contactId, LocalDate inTwoWeeks, BigDecimal hours, BigDecimal rate) {
        // spotless:off
        // README
Invoice invoice = org.invoices().create(Invoice.builder()
        .type(ACCREC)
        .contact(Contact.builder().contactId(contactId).build())
        .dueDate(inTwoWeeks)
        .addLineItem(LineItem.builder().description("Consulting").quantity(hours).unitAmount(rate).accountCode("200").build())
        .build());
org.invoices().update(invoice.changes(i -> i.reference("PO 7")));
org.invoices().authorise(invoice);
        // end
        // spotless:on
    }

    @Test
    void customConnection_asPrinted_printsItsInvoices() {
        XeroApp app = fake.get().customConnectionApp();

        assertThat(ofCustomConnection(app.clientId(), new FakeXeroSecrets(app)))
                .isNotEmpty()
                .isEqualTo(fake.get().organisations().get(0).invoices().stream()
                        .filter(invoice -> invoice.status().equals("AUTHORISED"))
                        .map(FakeInvoice::number)
                        .toList());
    }

    private List<String> ofCustomConnection(String clientId, FakeXeroSecrets secrets) {
        XeroEndpoints endpoints = fake.get().endpoints();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, UTF_8);

        // spotless:off
        // README
XeroClient own = XeroClient.builder()
        .app(XeroApp.customConnection(clientId, secrets::xeroSecret))
        .endpoints(endpoints) // only here
        .build();
for (Invoice invoice : own.organisation().invoices().list(q -> q.statuses(AUTHORISED))) {
    out.println(invoice.invoiceNumber().orElse(""));
}
        // end
        // spotless:on
        own.close();
        return printed.toString(UTF_8).lines().toList();
    }

    @Test
    void programs_inTheReadme_areThese() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String source = Files.readString(Path.of("src/test/java/dev/xeroauth/examples/ReadmeTest.java"));

        assertThat(between("```java\n", "```", readme))
                .hasSize(3)
                .isEqualTo(between("// README\n", " +// end", source.replaceAll("(?m)^.*// only here\n", "")));
    }

    private static List<String> between(String begin, String end, String text) {
        return Pattern.compile(Pattern.quote(begin) + "(.*?)" + end, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private record FakeXeroSecrets(XeroApp app) {
        String xeroSecret() {
            return app.clientSecret().orElseThrow();
        }
    }
}
