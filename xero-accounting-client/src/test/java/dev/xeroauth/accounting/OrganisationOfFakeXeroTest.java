package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way of a custom connection, from the secret to invoices. */
class OrganisationOfFakeXeroTest {

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .time(time)
            .organisation("Orchard Lane Bakery", 230)
            .organisation("Harbour Cycles", 40)
            .start());

    private XeroClient xero;

    @BeforeEach
    void build() {
        xero = XeroClient.builder()
                .app(fake.get().customConnectionApp())
                .endpoints(fake.get().endpoints())
                .time(time)
                .build();
    }

    @AfterEach
    void close() {
        xero.close();
    }

    private InvoicesClient invoices() {
        return xero.organisation().invoices();
    }

    private List<UUID> expected() {
        return fake.get().organisations().get(0).invoices().stream()
                .map(FakeInvoice::id)
                .toList();
    }

    private static UUID id(Invoice invoice) {
        return invoice.invoiceId().orElseThrow();
    }

    @Test
    void list_allPages_areTheFirstOrganisationsInvoices() {
        assertThat(invoices().list(q -> q.pageSize(100)))
                .map(OrganisationOfFakeXeroTest::id)
                .isEqualTo(expected());
    }

    @Test
    void list_tokenExpiresBetweenPages_goesOnWithAnother() {
        Iterator<Invoice> invoices = invoices().list(q -> q.pageSize(100)).iterator();
        String first = xero.customConnection().accessToken().value();
        assertThat(id(invoices.next())).isEqualTo(expected().get(0));
        time.advance(Duration.ofHours(1));

        assertThat(invoices).toIterable().hasSize(expected().size() - 1);
        assertThat(xero.customConnection().accessToken().value()).isNotEqualTo(first);
    }

    @Test
    void list_tokenRefused_isSentOnceMoreWithAnother() {
        String first = xero.customConnection().accessToken().value();
        time.advance(Duration.ofMinutes(5));
        fake.get().refuseAccessTokens();

        assertThat(invoices().list()).hasSameSizeAs(expected());
        assertThat(xero.customConnection().accessToken().value()).isNotEqualTo(first);
    }

    @Test
    void list_organisationDisconnected_isForbiddenAndThenRejected() {
        xero.customConnection().accessToken();
        fake.get().disconnect(fake.get().organisations().get(0).tenantId());

        assertThatThrownBy(() -> invoices().list().iterator().hasNext()).isInstanceOf(ForbiddenException.class);
        time.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> invoices().list().iterator().hasNext())
                .isInstanceOf(AppRejectedException.class)
                .hasMessageContaining("disconnected");
    }
}
