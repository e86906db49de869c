package dev.xeroauth.testkit;

import dev.xeroauth.testkit.internal.books.Accounts;
import dev.xeroauth.testkit.internal.books.Made;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Invoices and bank transactions that a test makes up. */
final class NewInvoices {

    private static final BigDecimal TAX = new BigDecimal("0.15");
    private static final int DAYS_TO_PAY = 14;

    private NewInvoices() {}

    static FakeInvoice of(String type, String number, String contactName, LocalDate date, BigDecimal amount) {
        FakeInvoice.Line line = line(type, number, amount, type.equals("ACCREC") ? "200" : "310");
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

    static FakeBankTransaction transaction(
            String type, String reference, String contactName, LocalDate date, BigDecimal amount) {
        return new FakeBankTransaction(
                id(type, reference),
                type,
                "AUTHORISED",
                id("contact", contactName),
                contactName,
                Accounts.id(Accounts.BANK),
                reference,
                date,
                Instant.EPOCH,
                "NZD",
                false,
                List.of(line(type, reference, amount, type.equals("RECEIVE") ? "200" : "400")));
    }

    static UUID id(String kind, String name) {
        return Made.id(kind, name);
    }

    private static FakeInvoice.Line line(String type, String name, BigDecimal amount, String accountCode) {
        BigDecimal net = amount.setScale(2, RoundingMode.HALF_UP);
        return new FakeInvoice.Line(
                id(type + "-line", name),
                "As agreed",
                new BigDecimal("1.0000"),
                net,
                net,
                net.multiply(TAX).setScale(2, RoundingMode.HALF_UP),
                accountCode);
    }
}
