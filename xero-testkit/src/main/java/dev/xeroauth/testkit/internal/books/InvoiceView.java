package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeInvoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Invoices as tests see them, to documents and back. */
final class InvoiceView {

    private InvoiceView() {}

    static Document document(FakeInvoice invoice) {
        boolean sale = invoice.type().equals("ACCREC");
        ObjectNode node = Trees.JSON
                .objectNode()
                .put("Type", invoice.type())
                .put("InvoiceID", invoice.id().toString())
                .put("InvoiceNumber", invoice.number())
                .put("Reference", "");
        ArrayNode payments = node.putArray("Payments");
        invoice.payments().forEach(payment -> payments.add(payment(payment, invoice)));
        List.of("CreditNotes", "Prepayments", "Overpayments").forEach(node::putArray);
        node.put("AmountDue", Trees.cents(invoice.amountDue()))
                .put("AmountPaid", Trees.cents(invoice.amountPaid()))
                .put("AmountCredited", Trees.decimal(node, "none"));
        if (sale) {
            node.put("SentToContact", !invoice.status().equals("DRAFT"));
        }
        node.put("CurrencyRate", Sums.rate(invoice.currency()))
                .put("HasErrors", false)
                .put("IsDiscounted", false)
                .put("HasAttachments", false);
        node.putObject("Contact").put("ContactID", invoice.contactId().toString());
        node.put("DateString", Dates.companion(invoice.date()))
                .put("Date", Dates.microsoft(invoice.date()))
                .put("DueDateString", Dates.companion(invoice.dueDate()))
                .put("DueDate", Dates.microsoft(invoice.dueDate()))
                .put("Status", invoice.status())
                .put("LineAmountTypes", "Exclusive");
        node.set("LineItems", LineView.nodes(invoice.lines(), sale));
        node.put("SubTotal", Trees.cents(invoice.subTotal()))
                .put("TotalTax", Trees.cents(invoice.totalTax()))
                .put("Total", Trees.cents(invoice.total()))
                .put("UpdatedDateUTC", Dates.microsoft(invoice.updatedAt()))
                .put("UpdatedDateUTCString", Dates.companion(invoice.updatedAt()))
                .put("CurrencyCode", invoice.currency());
        invoice.fullyPaidOn().ifPresent(day -> node.put("FullyPaidOnDate", Dates.microsoft(day)));
        return new Document(invoice.id(), invoice.updatedAt(), node, null);
    }

    static FakeInvoice invoice(Document document, Records records) {
        List<FakeInvoice.Payment> payments = new ArrayList<>();
        for (JsonNode each : document.tree().path("Payments")) {
            payments.add(new FakeInvoice.Payment(
                    UUID.fromString(each.path("PaymentID").asText()),
                    LineView.day(each.path("Date").asText()),
                    Trees.decimal(each, "Amount")));
        }
        LocalDate date = LineView.day(document.text("Date"));
        return new FakeInvoice(
                document.id(),
                document.text("InvoiceNumber"),
                document.text("Type"),
                document.text("Status"),
                document.contactId(),
                records.contacts().name(document.contactId()),
                date,
                document.tree().has("DueDate") ? LineView.day(document.text("DueDate")) : date,
                document.updatedAt(),
                document.text("CurrencyCode"),
                LineView.lines(document),
                payments);
    }

    private static ObjectNode payment(FakeInvoice.Payment payment, FakeInvoice invoice) {
        return Trees.JSON
                .objectNode()
                .put("PaymentID", payment.id().toString())
                .put("Date", Dates.microsoft(payment.date()))
                .put("Amount", Trees.cents(payment.amount()))
                .put("CurrencyRate", Sums.rate(invoice.currency()))
                .put("HasAccount", false)
                .put("HasValidationErrors", false);
    }
}
