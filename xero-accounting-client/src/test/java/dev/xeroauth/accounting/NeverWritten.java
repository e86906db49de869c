package dev.xeroauth.accounting;

import java.util.Map;
import java.util.Set;

/** Where the models differ, on purpose, from the marks of Xero's description about what may be written. */
final class NeverWritten {

    /** Fields that no model writes although the description does not mark them, with the reason. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("SubTotal", "Xero adds it up"),
            Map.entry("TotalTax", "Xero adds it up"),
            Map.entry("Total", "Xero adds it up"),
            Map.entry("RemainingCredit", "Xero adds it up"),
            Map.entry("AppliedAmount", "Xero adds it up"),
            Map.entry("HasErrors", "part of an answer"),
            Map.entry("HasValidationErrors", "part of an answer"),
            Map.entry("StatusAttributeString", "part of an answer"),
            Map.entry("ValidationErrors", "part of an answer"),
            Map.entry("Warnings", "part of an answer"),
            Map.entry("HasAttachments", "follows from the attachments"),
            Map.entry("Attachments", "attached by calls of their own"),
            Map.entry("Allocations", "made by calls of their own"),
            Map.entry("FullyPaidOnDate", "follows from payments"),
            Map.entry("RepeatingInvoiceID", "Xero sets it when it makes the document"),
            Map.entry("HasAccount", "part of an answer"),
            Map.entry("Contact.Balances", "follows from documents"),
            Map.entry("Contact.BrandingTheme", "shown by Xero"),
            Map.entry("Contact.ContactGroups", "contacts are put into groups by calls of their own"),
            Map.entry("Contact.IsCustomer", "follows from documents"),
            Map.entry("Contact.IsSupplier", "follows from documents"),
            Map.entry("Contact.MergedToContactID", "Xero sets it when contacts are merged"),
            Map.entry("CreditNote.Payments", "made by calls of their own"),
            Map.entry("LineItem.Item", "ItemCode says which item is meant"),
            Map.entry("Payment.BatchPayment", "made by calls of their own"),
            Map.entry("Payment.BatchPaymentID", "made by calls of their own"),
            Map.entry("BatchPayment.Amount", "stands with one payment, in an answer"),
            Map.entry("HistoryRecord.Changes", "Xero writes it"),
            Map.entry("HistoryRecord.User", "Xero writes it"));

    /** Models of which an application writes nothing, but for the id that says which one is meant. */
    private static final Map<String, String> MODELS = Map.of(
            "Prepayment", "entered as a bank transaction",
            "Overpayment", "entered as a bank transaction",
            "Attachment", "sent as a file",
            "OnlineInvoice", "an answer",
            "ValidationError", "part of an answer",
            "LineItemItem", "ItemCode says which item is meant",
            "BrandingTheme", "made in Xero",
            "Balances", "follow from documents",
            "AccountsReceivable", "follow from documents",
            "AccountsPayable", "follow from documents");

    /** Marked as read-only, and yet it says which one is meant. */
    static final Set<String> WRITTEN_ALL_THE_SAME = Set.of("BatchPayment.BatchPaymentID");

    private NeverWritten() {}

    static boolean isOne(String model, String field) {
        return MODELS.containsKey(model) || FIELDS.containsKey(field) || FIELDS.containsKey(model + "." + field);
    }
}
