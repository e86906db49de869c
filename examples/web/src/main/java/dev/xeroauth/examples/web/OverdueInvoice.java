package dev.xeroauth.examples.web;

import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A line of the page. Xero leaves out what it does not know, so that everything read from it is optional.
 *
 * @param number of the invoice
 * @param contact who owes
 * @param dueDate when it was to be paid
 * @param days how long ago that was
 * @param amount what is still open
 * @param currency what that is in
 */
record OverdueInvoice(String number, String contact, LocalDate dueDate, long days, BigDecimal amount, String currency) {

    /** Empty if it is a bill, a credit note, paid, or not due yet. */
    static Optional<OverdueInvoice> of(Invoice invoice, LocalDate today) {
        BigDecimal amount = invoice.amountDue().orElse(BigDecimal.ZERO);
        LocalDate dueDate = invoice.dueDate().orElse(today);
        boolean isSale = invoice.type().filter(InvoiceType.ACCREC::equals).isPresent();
        if (!isSale || amount.signum() <= 0 || !dueDate.isBefore(today)) {
            return Optional.empty();
        }
        return Optional.of(new OverdueInvoice(
                invoice.invoiceNumber().orElse("(no number)"),
                invoice.contact().flatMap(Contact::name).orElse("(no name)"),
                dueDate,
                ChronoUnit.DAYS.between(dueDate, today),
                amount,
                invoice.currencyCode().orElse("")));
    }
}
