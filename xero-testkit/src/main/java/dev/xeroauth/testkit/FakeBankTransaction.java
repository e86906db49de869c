package dev.xeroauth.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Money spent or received by a {@link FakeOrganisation}, as it is and not as it is sent: what a test compares with. Immutable.
 *
 * @param id Xero's id
 * @param type such as {@code SPEND} or {@code RECEIVE}
 * @param status {@code AUTHORISED} or {@code DELETED}
 * @param contactId whom it went to or came from
 * @param contactName that contact's name
 * @param bankAccountId the account of the bank; its code is {@code 090} for everything that the fake makes up
 * @param reference any text
 * @param date when it was
 * @param updatedAt the last change, in whole milliseconds
 * @param currency what all its amounts are in, as three letters of ISO 4217
 * @param reconciled whether it was found on a statement of the bank
 * @param lines with amounts before tax
 */
public record FakeBankTransaction(
        UUID id,
        String type,
        String status,
        UUID contactId,
        String contactName,
        UUID bankAccountId,
        String reference,
        LocalDate date,
        Instant updatedAt,
        String currency,
        boolean reconciled,
        List<FakeInvoice.Line> lines) {

    /**
     * Copies the list.
     *
     * @param id see {@link FakeBankTransaction}
     * @param type see {@link FakeBankTransaction}
     * @param status see {@link FakeBankTransaction}
     * @param contactId see {@link FakeBankTransaction}
     * @param contactName see {@link FakeBankTransaction}
     * @param bankAccountId see {@link FakeBankTransaction}
     * @param reference see {@link FakeBankTransaction}
     * @param date see {@link FakeBankTransaction}
     * @param updatedAt see {@link FakeBankTransaction}
     * @param currency see {@link FakeBankTransaction}
     * @param reconciled see {@link FakeBankTransaction}
     * @param lines see {@link FakeBankTransaction}
     */
    public FakeBankTransaction {
        lines = List.copyOf(lines);
    }

    /**
     * Money spent, with one line and 15% tax. Its ids follow from its reference.
     *
     * @param reference any text, another for each
     * @param contactName whom it went to
     * @param date when it was
     * @param amount before tax
     * @return a transaction to put
     */
    public static FakeBankTransaction spend(String reference, String contactName, LocalDate date, BigDecimal amount) {
        return NewInvoices.transaction("SPEND", reference, contactName, date, amount);
    }

    /**
     * Money received, with one line and 15% tax. Its ids follow from its reference.
     *
     * @param reference any text, another for each
     * @param contactName whom it came from
     * @param date when it was
     * @param amount before tax
     * @return a transaction to put
     */
    public static FakeBankTransaction receive(String reference, String contactName, LocalDate date, BigDecimal amount) {
        return NewInvoices.transaction("RECEIVE", reference, contactName, date, amount);
    }

    /**
     * The same, found on a statement of the bank.
     *
     * @return a transaction to put
     */
    public FakeBankTransaction asReconciled() {
        return new FakeBankTransaction(
                id,
                type,
                status,
                contactId,
                contactName,
                bankAccountId,
                reference,
                date,
                updatedAt,
                currency,
                true,
                lines);
    }

    /**
     * Before tax.
     *
     * @return the sum of the lines
     */
    public BigDecimal subTotal() {
        return lines.stream().map(FakeInvoice.Line::lineAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The tax.
     *
     * @return the sum of the lines' taxes
     */
    public BigDecimal totalTax() {
        return lines.stream().map(FakeInvoice.Line::taxAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * With tax.
     *
     * @return what went or came
     */
    public BigDecimal total() {
        return subTotal().add(totalTax());
    }
}
