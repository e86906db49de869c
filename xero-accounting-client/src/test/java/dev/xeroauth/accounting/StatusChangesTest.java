package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusChangesTest {

    private static final UUID ID = UUID.fromString("7b8e0a11-9a0f-4f7c-9b32-5a5e7a1d0001");

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @ParameterizedTest
    @CsvSource({
        "DRAFT, SUBMITTED",
        "DRAFT, AUTHORISED",
        "DRAFT, DELETED",
        "SUBMITTED, AUTHORISED",
        "SUBMITTED, DELETED",
        "AUTHORISED, VOIDED",
        "AUTHORISED, AUTHORISED",
        "PAID, VOIDED",
        "NEW_AT_XERO, VOIDED"
    })
    void check_allowedOrUnknown_passes(String from, String to) {
        assertThatCode(() -> StatusChanges.check(invoice(from), InvoiceStatus.of(to)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, VOIDED, delete it",
        "SUBMITTED, VOIDED, delete it",
        "AUTHORISED, DELETED, void it",
        "AUTHORISED, SUBMITTED, AUTHORISED",
        "VOIDED, AUTHORISED, VOIDED",
        "DELETED, DRAFT, DELETED"
    })
    void check_certainlyIllegal_isRefusedWithAdvice(String from, String to, String advice) {
        assertThatThrownBy(() -> StatusChanges.check(invoice(from), InvoiceStatus.of(to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(advice);
    }

    @ParameterizedTest
    @CsvSource({"AmountPaid, VOIDED", "AmountCredited, VOIDED", "AmountPaid, DELETED"})
    void check_paidOrCredited_isRefusedWithAdvice(String amount, String to) {
        Invoice paid = Invoice.fromJson("{\"Status\":\"PAID\",\"" + amount + "\":0.01}");
        assertThatThrownBy(() -> StatusChanges.check(paid, InvoiceStatus.of(to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("remove its payments");
    }

    /** Of a total of zero: nothing was paid, and nothing can be removed. */
    @Test
    void voidInvoice_paidWithoutPayments_isAskedOfXero() {
        Invoice free = Invoice.fromJson("{\"InvoiceID\":\"" + ID
                + "\",\"Status\":\"PAID\",\"Total\":0.00,\"AmountPaid\":0.00,\"AmountCredited\":0.00}");
        xero.answer("{\"Invoices\":[{\"InvoiceID\":\"" + ID + "\",\"Status\":\"VOIDED\"}]}");

        assertThat(xero.invoices().voidInvoice(free).status()).contains(InvoiceStatus.VOIDED);
    }

    @Test
    void voidInvoice_partlyPaid_isRefusedWithoutACall() {
        Invoice partlyPaid =
                Invoice.fromJson("{\"InvoiceID\":\"" + ID + "\",\"Status\":\"AUTHORISED\",\"AmountPaid\":0.01}");

        assertThatThrownBy(() -> xero.invoices().voidInvoice(partlyPaid))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payments");
        assertThat(xero.requests()).isZero();
    }

    @Test
    void authorise_draft_sendsNothingButIdAndStatus() throws Exception {
        xero.answer("{\"Invoices\":[{\"InvoiceID\":\"" + ID + "\",\"Status\":\"AUTHORISED\"}]}");

        Invoice authorised = xero.invoices().authorise(invoice("DRAFT"));

        assertThat(authorised.status()).contains(InvoiceStatus.AUTHORISED);
        RecordedRequest request = xero.request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/api.xro/2.0/Invoices/" + ID);
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"Invoices\":[{\"InvoiceID\":\"" + ID + "\",\"Status\":\"AUTHORISED\"}]}");
    }

    private static Invoice invoice(String status) {
        return Invoice.fromJson("{\"InvoiceID\":\"" + ID + "\",\"Status\":\"" + status
                + "\",\"Reference\":\"not to be sent\",\"LineItems\":[{\"Description\":\"nor this\"}]}");
    }
}
