package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeInvoice;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An invoice as the accounting API writes it. */
final class InvoiceJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal ONE = new BigDecimal("1.000000");
    private static final BigDecimal ABROAD = new BigDecimal("0.915000");

    private static final int CENTS = 2;
    private static final int PLACES_OF_QUANTITY = 4;

    private InvoiceJson() {}

    /** A document of its own, or one of a page: everything. */
    static ObjectNode whole(FakeInvoice invoice, int unitPlaces) {
        ObjectNode node = summary(invoice);
        ArrayNode payments = JSON.arrayNode();
        invoice.payments().forEach(payment -> payments.add(payment(payment, invoice)));
        node.set("Contact", ContactJson.whole(invoice));
        node.set("Payments", payments);
        node.set("CreditNotes", JSON.arrayNode());
        node.set("Prepayments", JSON.arrayNode());
        node.set("Overpayments", JSON.arrayNode());
        ArrayNode lines = JSON.arrayNode();
        invoice.lines().forEach(line -> lines.add(line(line, invoice.type(), unitPlaces)));
        node.set("LineItems", lines);
        return node;
    }

    /** One of a list without pages: no lines, and of the contact its name alone. */
    static ObjectNode unpaged(FakeInvoice invoice) {
        ObjectNode node = whole(invoice, CENTS);
        node.set("Contact", ContactJson.summary(invoice));
        node.set("LineItems", JSON.arrayNode());
        return node;
    }

    /** Neither lines nor payments. */
    static ObjectNode summary(FakeInvoice invoice) {
        ObjectNode node = JSON.objectNode()
                .put("Type", invoice.type())
                .put("InvoiceID", invoice.id().toString())
                .put("InvoiceNumber", invoice.number())
                .put("Reference", "")
                .put("AmountDue", cents(invoice.amountDue()))
                .put("AmountPaid", cents(invoice.amountPaid()))
                .put("AmountCredited", NOTHING)
                .put("CurrencyRate", rate(invoice))
                .put("HasErrors", false)
                .put("IsDiscounted", false)
                .put("HasAttachments", false);
        if (invoice.type().equals("ACCREC")) {
            node.put("SentToContact", !invoice.status().equals("DRAFT"));
        }
        node.set("Contact", ContactJson.summary(invoice));
        node.put("DateString", Dates.companion(invoice.date()))
                .put("Date", Dates.microsoft(invoice.date()))
                .put("DueDateString", Dates.companion(invoice.dueDate()))
                .put("DueDate", Dates.microsoft(invoice.dueDate()))
                .put("Status", invoice.status())
                .put("LineAmountTypes", "Exclusive")
                .put("SubTotal", cents(invoice.subTotal()))
                .put("TotalTax", cents(invoice.totalTax()))
                .put("Total", cents(invoice.total()))
                .put("UpdatedDateUTC", Dates.microsoft(invoice.updatedAt()))
                .put("UpdatedDateUTCString", Dates.companion(invoice.updatedAt()))
                .put("CurrencyCode", invoice.currency());
        invoice.fullyPaidOn().ifPresent(day -> node.put("FullyPaidOnDate", Dates.microsoft(day)));
        return node;
    }

    private static BigDecimal cents(BigDecimal amount) {
        return rounded(amount, CENTS);
    }

    private static BigDecimal rounded(BigDecimal number, int places) {
        return number.setScale(places, RoundingMode.HALF_UP);
    }

    private static BigDecimal rate(FakeInvoice invoice) {
        return invoice.currency().equals("NZD") ? ONE : ABROAD;
    }

    private static ObjectNode payment(FakeInvoice.Payment payment, FakeInvoice invoice) {
        return JSON.objectNode()
                .put("PaymentID", payment.id().toString())
                .put("Date", Dates.microsoft(payment.date()))
                .put("Amount", cents(payment.amount()))
                .put("CurrencyRate", rate(invoice))
                .put("HasAccount", false)
                .put("HasValidationErrors", false);
    }

    private static ObjectNode line(FakeInvoice.Line line, String type, int unitPlaces) {
        ObjectNode node = JSON.objectNode()
                .put("LineItemID", line.id().toString())
                .put("Description", line.description())
                .put("UnitAmount", rounded(line.unitAmount(), unitPlaces))
                .put("TaxType", type.equals("ACCREC") ? "OUTPUT2" : "INPUT2")
                .put("TaxAmount", cents(line.taxAmount()))
                .put("LineAmount", cents(line.lineAmount()))
                .put("AccountCode", line.accountCode())
                .put("Quantity", rounded(line.quantity(), PLACES_OF_QUANTITY));
        node.set("Tracking", JSON.arrayNode());
        node.set("ValidationErrors", JSON.arrayNode());
        return node;
    }
}
