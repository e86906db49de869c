package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.XeroApp;
import dev.xeroauth.accounting.model.Invoice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    /** Failing is silent, so that nobody would see that it does. */
    @Test
    void firstPage_madeUp_isReadWhole() {
        assertThat(Rehearsal.firstPage()).singleElement().satisfies(invoice -> {
            assertThat(invoice.payments()).hasSize(1);
            assertThat(invoice.lineItems()).hasSize(1);
            assertThat(invoice.contact()).isPresent();
            assertThat(invoice.date()).isPresent();
            assertThat(invoice.updatedDateUtc()).isPresent();
            assertThat(invoice.currencyCode()).contains("NZD");
            assertThat(Invoice.fromJson(invoice.toJson())).isEqualTo(invoice);
        });
    }

    @Test
    void build_client_leavesNoThreadBehind() throws InterruptedException {
        XeroClient.builder()
                .app(XeroApp.customConnection("client", () -> "secret"))
                .build()
                .close();

        for (Thread thread : started()) {
            assertThat(thread.isDaemon()).isTrue();
            thread.join(Duration.ofSeconds(20).toMillis());
        }
        assertThat(started()).isEmpty();
    }

    private static List<Thread> started() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("xero-(auth-authorities|accounting-rehearsal)"))
                .toList();
    }
}
