package dev.xeroauth.benchmarks.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.accounting.model.Payment;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.Blackhole;

/** Looks at every amount, date and line of a page. */
final class Use {

    private static final List<String> OF_INVOICE = List.of(
            "Date",
            "DueDate",
            "FullyPaidOnDate",
            "UpdatedDateUTC",
            "AmountDue",
            "AmountPaid",
            "AmountCredited",
            "CurrencyRate",
            "SubTotal",
            "TotalTax",
            "Total");
    private static final List<String> OF_LINE = List.of("Quantity", "UnitAmount", "TaxAmount", "LineAmount");
    private static final List<String> OF_PAYMENT = List.of("Date", "Amount");

    private Use() {}

    static void ours(List<Invoice> invoices, Blackhole hole) {
        for (Invoice invoice : invoices) {
            take(hole, invoice.date(), invoice.dueDate(), invoice.fullyPaidOnDate(), invoice.updatedDateUtc());
            take(hole, invoice.amountDue(), invoice.amountPaid(), invoice.amountCredited(), invoice.currencyRate());
            take(hole, invoice.subTotal(), invoice.totalTax(), invoice.total());
            for (LineItem line : invoice.lineItems()) {
                take(hole, line.quantity(), line.unitAmount(), line.taxAmount(), line.lineAmount());
            }
            for (Payment payment : invoice.payments()) {
                take(hole, payment.date(), payment.amount());
            }
        }
    }

    private static void take(Blackhole hole, Optional<?>... values) {
        for (Optional<?> value : values) {
            hole.consume(value.orElse(null));
        }
    }

    static void tree(JsonNode invoices, Blackhole hole) {
        for (JsonNode invoice : invoices) {
            OF_INVOICE.forEach(name -> hole.consume(invoice.get(name)));
            for (JsonNode line : invoice.path("LineItems")) {
                OF_LINE.forEach(name -> hole.consume(line.get(name)));
            }
            for (JsonNode payment : invoice.path("Payments")) {
                OF_PAYMENT.forEach(name -> hole.consume(payment.get(name)));
            }
        }
    }

    static void records(List<Records.Invoice> invoices, Blackhole hole) {
        for (Records.Invoice invoice : invoices) {
            consume(hole, invoice.date(), invoice.dueDate(), invoice.fullyPaidOnDate(), invoice.updatedDateUtc());
            consume(hole, invoice.amountDue(), invoice.amountPaid(), invoice.amountCredited(), invoice.currencyRate());
            consume(hole, invoice.subTotal(), invoice.totalTax(), invoice.total());
            for (Records.Line line : invoice.lineItems()) {
                consume(hole, line.quantity(), line.unitAmount(), line.taxAmount(), line.lineAmount());
            }
            for (Records.Payment payment : invoice.payments()) {
                consume(hole, payment.date(), payment.amount());
            }
        }
    }

    static void xeroJava(List<com.xero.models.accounting.Invoice> invoices, Blackhole hole) {
        for (com.xero.models.accounting.Invoice invoice : invoices) {
            consume(hole, invoice.getDateAsDate(), invoice.getDueDateAsDate(), invoice.getUpdatedDateUTCAsDate());
            consume(hole, invoice.getFullyPaidOnDate() == null ? "" : invoice.getFullyPaidOnDateAsDate());
            consume(hole, invoice.getAmountDue(), invoice.getAmountPaid(), invoice.getAmountCredited());
            consume(hole, invoice.getCurrencyRate(), invoice.getSubTotal(), invoice.getTotalTax(), invoice.getTotal());
            for (com.xero.models.accounting.LineItem line : invoice.getLineItems()) {
                consume(hole, line.getQuantity(), line.getUnitAmount(), line.getTaxAmount(), line.getLineAmount());
            }
            for (com.xero.models.accounting.Payment payment : invoice.getPayments()) {
                consume(hole, payment.getDateAsDate(), payment.getAmount());
            }
        }
    }

    private static void consume(Blackhole hole, Object... values) {
        for (Object value : values) {
            hole.consume(value);
        }
    }
}
