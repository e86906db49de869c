package dev.xeroauth.accounting;

import static dev.xeroauth.accounting.model.InvoiceStatus.AUTHORISED;
import static dev.xeroauth.accounting.model.InvoiceStatus.DELETED;
import static dev.xeroauth.accounting.model.InvoiceStatus.DRAFT;
import static dev.xeroauth.accounting.model.InvoiceStatus.PAID;
import static dev.xeroauth.accounting.model.InvoiceStatus.SUBMITTED;
import static dev.xeroauth.accounting.model.InvoiceStatus.VOIDED;

import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which status changes of an invoice Xero certainly refuses, so that they cost no call. What is not known here is asked, a
 * status that Xero has introduced since included.
 */
final class StatusChanges {

    /** What each status can become by an application's wish. */
    private static final Map<InvoiceStatus, Set<InvoiceStatus>> ALLOWED = Map.of(
            DRAFT, Set.of(DRAFT, SUBMITTED, AUTHORISED, DELETED),
            SUBMITTED, Set.of(DRAFT, SUBMITTED, AUTHORISED, DELETED),
            AUTHORISED, Set.of(AUTHORISED, VOIDED),
            PAID, Set.of(),
            VOIDED, Set.of(VOIDED),
            DELETED, Set.of(DELETED));

    private StatusChanges() {}

    /** @throws IllegalArgumentException if Xero certainly refuses it */
    static void check(Invoice invoice, InvoiceStatus wanted) {
        Optional<InvoiceStatus> status = invoice.status();
        if (status.isEmpty() || (status.get().equals(PAID) && !hasPayments(invoice))) {
            return; // a total of zero is paid without payments, and there is nothing to remove
        }
        Set<InvoiceStatus> allowed = ALLOWED.get(status.get());
        if (allowed != null && !allowed.contains(wanted)) {
            throw new IllegalArgumentException("Xero does not let an invoice that is " + status.get() + " become "
                    + wanted + advice(status.get(), wanted));
        }
        if (wanted.equals(VOIDED) && hasPayments(invoice)) {
            throw new IllegalArgumentException(
                    "Xero does not void an invoice with payments or credits: remove them first");
        }
    }

    private static boolean hasPayments(Invoice invoice) {
        return isAboveZero(invoice.amountPaid()) || isAboveZero(invoice.amountCredited());
    }

    private static boolean isAboveZero(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::signum).orElse(0) > 0;
    }

    private static String advice(InvoiceStatus from, InvoiceStatus wanted) {
        if (from.equals(PAID)) {
            return ": remove its payments first";
        }
        if (from.equals(AUTHORISED) && wanted.equals(DELETED)) {
            return ": void it";
        }
        return wanted.equals(VOIDED) && (from.equals(DRAFT) || from.equals(SUBMITTED)) ? ": delete it" : "";
    }
}
