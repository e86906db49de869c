package dev.xeroauth.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Invoices that a test makes up. */
final class NewInvoices {

    private static final BigDecimal TAX = new BigDecimal("0.15");
    private static final int DAYS_TO_PAY = 14;

    private NewInvoices() {}

    static FakeInvoice of(String type, String number, String contactName, LocalDate date, BigDecimal amount) {
        BigDecimal net = amount.setScale(2, RoundingMode.HALF_UP);
        FakeInvoice.Line line = new FakeInvoice.Line(
                id(type + "-line", number),
                "As agreed",
                new BigDecimal("1.0000"),
                net,
                net,
                net.multiply(TAX).setScale(2, RoundingMode.HALF_UP),
                type.equals("ACCREC") ? "200" : "310");
        return new FakeInvoice(
                id(type, number),
                number,
                type,
                "AUTHORISED",
                id("contact", contactName),
                contactName,
                date,
                date.plusDays(DAYS_TO_PAY),
                Instant.EPOCH,
                "NZD",
                List.of(line),
                List.of());
    }

    static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
