package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xeroauth.TenantId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invoices that a test changes, and sums to compare with. */
class FakeBooksTest extends FakeXeroCalls {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void put_newInvoice_isTheLastOfTheListAndFoundById() throws IOException {
        String token = connect().text("access_token");
        time.advance(Duration.ofMinutes(5));
        FakeInvoice sale = FakeInvoice.sale("INV-9001", "Elm Street Dental", TODAY, new BigDecimal("100"));

        FakeInvoice put = xero().put(bakery().tenantId(), sale);

        assertThat(put.updatedAt()).isEqualTo(time.now());
        assertThat(put.withUpdatedAt(sale.updatedAt())).isEqualTo(sale);
        JsonNode last = invoices(token, "page=3&pageSize=100").body().path("Invoices");
        assertThat(last).hasSize(51);
        assertThat(last.get(50).path("InvoiceNumber").asText()).isEqualTo("INV-9001");
        assertThat(last.get(50).path("Total").asText()).isEqualTo("115.0");
        assertThat(get("/api.xro/2.0/Invoices/" + sale.id(), token, bakery()).status())
                .isEqualTo(200);
    }

    @Test
    void put_changedInvoice_movesToTheEndAndPullsThoseBehindItForward() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice first = bakery().invoices().get(0);
        FakeInvoice second = bakery().invoices().get(1);

        xero().put(bakery().tenantId(), first.withStatus("VOIDED"));

        assertThat(ids(token, "page=1&pageSize=1")).containsExactly(second.id());
        assertThat(ids(token, "page=250&pageSize=1")).containsExactly(first.id());
        assertThat(bakery().invoices()).hasSize(250);
        assertThat(bakery().find(first.id()).orElseThrow().status()).isEqualTo("VOIDED");
    }

    @Test
    void touch_clockThatStandsStill_ordersChangesAllTheSame() throws IOException {
        String token = connect().text("access_token");
        List<FakeInvoice> before = bakery().invoices().subList(0, 5);
        Instant since = time.now();

        for (FakeInvoice invoice : before) {
            xero().touch(bakery().tenantId(), invoice.id());
        }

        List<FakeInvoice> after = bakery().invoices().subList(245, 250);
        assertThat(after)
                .extracting(FakeInvoice::id)
                .isEqualTo(before.stream().map(FakeInvoice::id).toList());
        assertThat(after).extracting(FakeInvoice::updatedAt).isSorted().doesNotHaveDuplicates();
        assertThat(after.get(4).updatedAt()).isBefore(since.plusMillis(10));
        assertThat(ids(token, "page=50&pageSize=5"))
                .isEqualTo(before.stream().map(FakeInvoice::id).toList());
    }

    @Test
    void put_sinceLastRead_isWhatIfModifiedSinceGives() throws IOException {
        String token = connect().text("access_token");
        time.advance(Duration.ofMinutes(10));
        Instant lastRead = time.now();
        time.advance(Duration.ofSeconds(2));
        FakeInvoice bill = FakeInvoice.bill("77001", "Kauri Freight", TODAY, new BigDecimal("12.34"));
        xero().put(bakery().tenantId(), bill);
        FakeInvoice touched = bakery().invoices().get(3);
        xero().touch(bakery().tenantId(), touched.id());

        JsonNode changed = call(api(token, "/api.xro/2.0/Invoices?page=1", bakery())
                        .header("If-Modified-Since", lastRead.toString().substring(0, 19))
                        .build())
                .body()
                .path("Invoices");

        assertThat(changed.findValuesAsText("InvoiceID"))
                .containsExactly(bill.id().toString(), touched.id().toString());
        assertThat(xero().organisations().get(1).invoices()).hasSize(30);
    }

    @Test
    void put_nowhere_isRefused() {
        TenantId nowhere = new TenantId(UUID.randomUUID());
        FakeInvoice invoice = bakery().invoices().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> xero().put(nowhere, invoice));
        assertThatIllegalArgumentException().isThrownBy(() -> xero().touch(bakery().tenantId(), UUID.randomUUID()));
        assertThatIllegalArgumentException().isThrownBy(() -> xero().organisation(nowhere));
    }

    @Test
    void put_secondSaleOfTheSameNumber_isRefusedAndABillIsNot() {
        FakeInvoice sale = FakeInvoice.sale("INV-9004", "Tawa Motors", TODAY, BigDecimal.TEN);
        TenantId bakery = bakery().tenantId();
        xero().put(bakery, sale);
        FakeInvoice bill = FakeInvoice.bill("INV-9004", "Tawa Motors", TODAY, BigDecimal.TEN);
        FakeInvoice other = bakery().invoices().stream()
                .filter(each -> each.type().equals("ACCREC"))
                .findFirst()
                .orElseThrow();
        FakeInvoice sameNumber = new FakeInvoice(
                other.id(),
                "INV-9004",
                other.type(),
                other.status(),
                other.contactId(),
                other.contactName(),
                other.date(),
                other.dueDate(),
                other.updatedAt(),
                other.currency(),
                other.lines(),
                other.payments());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> xero().put(bakery, sameNumber))
                .withMessageContaining("INV-9004");
        assertThat(xero().put(bakery, bill).number()).isEqualTo("INV-9004");
        assertThat(xero().put(bakery, sale.withStatus("VOIDED")).status()).isEqualTo("VOIDED");
    }

    @Test
    void paid_inParts_isPaidWhenNothingIsOwed() {
        FakeInvoice sale = FakeInvoice.sale("INV-9002", "Tawa Motors", TODAY, new BigDecimal("100.00"));

        FakeInvoice part = sale.paid(TODAY, new BigDecimal("15.00"));
        FakeInvoice all = part.paid(TODAY.plusDays(3), new BigDecimal("100.00"));

        assertThat(part.status()).isEqualTo("AUTHORISED");
        assertThat(part.amountDue()).isEqualTo("100.00");
        assertThat(all.status()).isEqualTo("PAID");
        assertThat(all.fullyPaidOn()).contains(TODAY.plusDays(3));
        assertThat(all.payments().get(0).id())
                .isNotEqualTo(all.payments().get(1).id());
        assertThat(FakeInvoice.bill("INV-9002", "Tawa Motors", TODAY, BigDecimal.TEN)
                        .id())
                .isNotEqualTo(sale.id());
    }

    @Test
    void sum_ofTheFake_isWhatItsAnswersAddUpTo() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice sale = FakeInvoice.sale("INV-9003", "Tawa Motors", TODAY, new BigDecimal("0.10"));
        BigDecimal before = bakery().sum(invoice -> true, FakeInvoice::amountDue);
        xero().put(bakery().tenantId(), sale);

        BigDecimal added = BigDecimal.ZERO;
        String answer = invoices(token, "page=1&pageSize=1000").raw();
        JsonNode exact = JSON.reader()
                .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(answer);
        for (JsonNode invoice : exact.path("Invoices")) {
            added = added.add(invoice.path("AmountDue").decimalValue());
        }

        assertThat(added).isEqualByComparingTo(bakery().sum(invoice -> true, FakeInvoice::amountDue));
        assertThat(added).isEqualByComparingTo(before.add(new BigDecimal("0.12")));
        assertThat(bakery().sum(invoice -> false, FakeInvoice::total)).isEqualTo("0.00");
    }

    private List<UUID> ids(String token, String query) throws IOException {
        return invoices(token, query).body().path("Invoices").findValuesAsText("InvoiceID").stream()
                .map(UUID::fromString)
                .toList();
    }
}
