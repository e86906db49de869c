package dev.xeroauth.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice or bill of a {@link FakeOrganisation}, as it is and not as it is sent: what a test compares with. Immutable.
 *
 * @param id Xero's id
 * @param number of a sales invoice, unique; of a bill, the supplier's, or empty
 * @param type {@code ACCREC} or {@code ACCPAY}
 * @param status Xero's word for it, such as {@code AUTHORISED}
 * @param contactId whom it is to or from
 * @param contactName that contact's name
 * @param date of the document
 * @param dueDate when it is to be paid; the date of a draft that does not say
 * @param updatedAt the last change, in whole milliseconds
 * @param currency what all its amounts are in, as three letters of ISO 4217
 * @param lines at least one, unless an application has written a draft without any
 * @param payments what has been paid
 */
public record FakeInvoice(
        UUID id,
        String number,
        String type,
        String status,
        UUID contactId,
        String contactName,
        LocalDate date,
        LocalDate dueDate,
        Instant updatedAt,
        String currency,
        List<Line> lines,
        List<Payment> payments) {

    /**
     * A line, with amounts before tax.
     *
     * @param id Xero's id
     * @param description what was sold or bought
     * @param quantity how many
     * @param unitAmount the price of one
     * @param lineAmount quantity by price, rounded to cents
     * @param taxAmount the tax on it, rounded to cents
     * @param accountCode of the account it is booked to
     */
    public record Line(
            UUID id,
            String description,
            BigDecimal quantity,
            BigDecimal unitAmount,
            BigDecimal lineAmount,
            BigDecimal taxAmount,
            String accountCode) {}

    /**
     * A payment.
     *
     * @param id Xero's id
     * @param date when it was made
     * @param amount how much
     */
    public record Payment(UUID id, LocalDate date, BigDecimal amount) {}

    /**
     * Copies the lists.
     *
     * @param id see {@link FakeInvoice}
     * @param number see {@link FakeInvoice}
     * @param type see {@link FakeInvoice}
     * @param status see {@link FakeInvoice}
     * @param contactId see {@link FakeInvoice}
     * @param contactName see {@link FakeInvoice}
     * @param date see {@link FakeInvoice}
     * @param dueDate see {@link FakeInvoice}
     * @param updatedAt see {@link FakeInvoice}
     * @param currency see {@link FakeInvoice}
     * @param lines see {@link FakeInvoice}
     * @param payments see {@link FakeInvoice}
     */
    public FakeInvoice {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }

    /**
     * A sales invoice of one line, authorised, with 15% tax and due in two weeks. Its ids follow from its number.
     *
     * @param number unique among sales
     * @param contactName whom it is to
     * @param date of the document
     * @param amount before tax
     * @return an invoice to put
     */
    public static FakeInvoice sale(String number, String contactName, LocalDate date, BigDecimal amount) {
        return NewInvoices.of("ACCREC", number, contactName, date, amount);
    }

    /**
     * A bill of one line, authorised, with 15% tax and due in two weeks. Its ids follow from its number.
     *
     * @param number the supplier's
     * @param contactName whom it is from
     * @param date of the document
     * @param amount before tax
     * @return an invoice to put
     */
    public static FakeInvoice bill(String number, String contactName, LocalDate date, BigDecimal amount) {
        return NewInvoices.of("ACCPAY", number, contactName, date, amount);
    }

    /**
     * The same in another status.
     *
     * @param status Xero's word for it
     * @return an invoice to put
     */
    public FakeInvoice withStatus(String status) {
        return new FakeInvoice(
                id, number, type, status, contactId, contactName, date, dueDate, updatedAt, currency, lines, payments);
    }

    /**
     * The same with other lines.
     *
     * @param lines at least one
     * @return an invoice to put
     */
    public FakeInvoice withLines(List<Line> lines) {
        return new FakeInvoice(
                id, number, type, status, contactId, contactName, date, dueDate, updatedAt, currency, lines, payments);
    }

    /**
     * The same with another last change; {@link FakeXero#put} sets it by itself.
     *
     * @param updatedAt in whole milliseconds
     * @return an invoice
     */
    public FakeInvoice withUpdatedAt(Instant updatedAt) {
        return new FakeInvoice(
                id, number, type, status, contactId, contactName, date, dueDate, updatedAt, currency, lines, payments);
    }

    /**
     * The same with a payment more, and {@code PAID} if nothing is owed then.
     *
     * @param on when it was made
     * @param amount how much
     * @return an invoice to put
     */
    public FakeInvoice paid(LocalDate on, BigDecimal amount) {
        List<Payment> more = new ArrayList<>(payments);
        more.add(new Payment(NewInvoices.id("payment", id.toString() + payments.size()), on, amount));
        FakeInvoice paid = new FakeInvoice(
                id, number, type, status, contactId, contactName, date, dueDate, updatedAt, currency, lines, more);
        return paid.amountDue().signum() == 0 ? paid.withStatus("PAID") : paid;
    }

    /**
     * Before tax.
     *
     * @return the sum of the lines
     */
    public BigDecimal subTotal() {
        return lines.stream().map(Line::lineAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The tax.
     *
     * @return the sum of the lines' taxes
     */
    public BigDecimal totalTax() {
        return lines.stream().map(Line::taxAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * With tax.
     *
     * @return what the document asks for
     */
    public BigDecimal total() {
        return subTotal().add(totalTax());
    }

    /**
     * What was paid.
     *
     * @return the sum of the payments
     */
    public BigDecimal amountPaid() {
        return payments.stream().map(Payment::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /**
     * What is still owed.
     *
     * @return the total without what was paid; nothing for a document that is void or deleted
     */
    public BigDecimal amountDue() {
        boolean counts = !status.equals("VOIDED") && !status.equals("DELETED");
        return counts ? total().subtract(amountPaid()) : new BigDecimal("0.00");
    }

    /**
     * When the last payment was made.
     *
     * @return the date, if it is paid in full
     */
    public Optional<LocalDate> fullyPaidOn() {
        return status.equals("PAID")
                ? payments.stream().map(Payment::date).max(LocalDate::compareTo)
                : Optional.empty();
    }
}
