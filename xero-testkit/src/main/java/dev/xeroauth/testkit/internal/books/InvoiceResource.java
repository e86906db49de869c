package dev.xeroauth.testkit.internal.books;

import static dev.xeroauth.testkit.internal.books.Field.own;
import static dev.xeroauth.testkit.internal.books.Field.written;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Invoices and bills. */
final class InvoiceResource implements Resource.Rules {

    private static final int LONGEST_NUMBER = 255;

    static final Resource INVOICES = new Resource(
            "Invoices",
            "InvoiceID",
            "InvoiceNumber",
            List.of("accounting.invoices", "accounting.transactions"),
            List.of(
                    written("Type", Kind.WORD),
                    own("InvoiceID", Kind.ID),
                    written("InvoiceNumber", Kind.TEXT),
                    written("Reference", Kind.TEXT),
                    written("Url", Kind.TEXT),
                    written("BrandingThemeID", Kind.ID),
                    own("Payments", Kind.OTHER),
                    own("CreditNotes", Kind.OTHER),
                    own("Prepayments", Kind.OTHER),
                    own("Overpayments", Kind.OTHER),
                    own("AmountDue", Kind.NUMBER),
                    own("AmountPaid", Kind.NUMBER),
                    own("AmountCredited", Kind.NUMBER),
                    written("SentToContact", Kind.FLAG),
                    written("CurrencyRate", Kind.NUMBER),
                    own("HasErrors", Kind.FLAG),
                    own("IsDiscounted", Kind.FLAG),
                    own("HasAttachments", Kind.FLAG),
                    own("RepeatingInvoiceID", Kind.ID),
                    written("Contact", Kind.CONTACT),
                    own("DateString", Kind.OTHER),
                    written("Date", Kind.DAY_AND_TEXT),
                    own("DueDateString", Kind.OTHER),
                    written("DueDate", Kind.DAY_AND_TEXT),
                    written("ExpectedPaymentDate", Kind.DAY),
                    written("PlannedPaymentDate", Kind.DAY),
                    written("Status", Kind.WORD),
                    written("LineAmountTypes", Kind.WORD),
                    written("LineItems", Kind.LINES),
                    own("SubTotal", Kind.NUMBER),
                    own("TotalTax", Kind.NUMBER),
                    own("Total", Kind.NUMBER),
                    own("UpdatedDateUTC", Kind.STAMP),
                    own("UpdatedDateUTCString", Kind.OTHER),
                    written("CurrencyCode", Kind.WORD),
                    own("FullyPaidOnDate", Kind.DAY)),
            Set.of("ACCREC", "ACCPAY"),
            Map.of(
                    "", List.of("DRAFT", "SUBMITTED", "AUTHORISED"),
                    "DRAFT", List.of("SUBMITTED", "AUTHORISED", "DELETED"),
                    "SUBMITTED", List.of("DRAFT", "AUTHORISED", "DELETED"),
                    "AUTHORISED", List.of("VOIDED")),
            Map.of(
                    "Statuses", "Status",
                    "IDs", "InvoiceID",
                    "InvoiceNumbers", "InvoiceNumber",
                    "ContactIDs", "Contact.ContactID"),
            Set.of("searchTerm", "createdByMyApp", "summaryOnly", "includeArchived"),
            Set.of("pdf", "Email", "OnlineInvoice"),
            new InvoiceResource());

    private InvoiceResource() {}

    @Override
    public void complete(Draft draft) {
        boolean sale = draft.text("Type").equals("ACCREC");
        new Lines(draft, sale).take();
        Sums.total(draft);
        if (sale && draft.text("InvoiceNumber").isEmpty()) {
            draft.tree.put("InvoiceNumber", nextNumber(draft.records));
        }
        draft.otherwise("InvoiceNumber", "");
        if (sale && !draft.tree.has("SentToContact")) {
            draft.tree.put("SentToContact", false);
        }
        List.of("Payments", "CreditNotes", "Prepayments", "Overpayments").stream()
                .filter(list -> !draft.tree.has(list))
                .forEach(draft.tree::putArray);
        BigDecimal paid = Trees.sum(draft.tree.path("Payments"), "Amount");
        boolean counts = !Set.of("VOIDED", "DELETED").contains(draft.text("Status"));
        draft.tree.put("AmountPaid", paid).put("AmountCredited", new BigDecimal("0.00"));
        draft.tree.put("AmountDue", counts ? draft.amount("Total").subtract(paid) : new BigDecimal("0.00"));
        draft.tree.put("HasErrors", false).put("IsDiscounted", false);
    }

    @Override
    public void check(Draft draft) {
        boolean complete = Set.of("SUBMITTED", "AUTHORISED").contains(draft.text("Status"));
        Checks.lines(draft, complete);
        if (complete && !draft.tree.has("DueDate")) {
            draft.refuse("The DueDate is missing");
        }
        if (draft.amount("AmountPaid").signum() > 0) {
            Checks.amountsAsBefore(draft, "A document with payments keeps its contact, lines and amounts");
            if (draft.text("Status").equals("VOIDED")) {
                draft.refuse("A document with payments cannot be voided");
            }
        }
        number(draft);
    }

    private static void number(Draft draft) {
        String number = draft.text("InvoiceNumber");
        if (number.length() > LONGEST_NUMBER) {
            draft.refuse("The InvoiceNumber is longer than " + LONGEST_NUMBER + " characters");
        }
        if (number.isEmpty() || number.equals(draft.textBefore("InvoiceNumber"))) {
            return;
        }
        String type = draft.text("Type");
        boolean taken = draft.records.all(INVOICES).stream()
                .anyMatch(each -> each.text("Type").equals(type)
                        && each.text("InvoiceNumber").equals(number)
                        && (type.equals("ACCREC") || each.tree().path("Contact").equals(draft.tree.path("Contact"))));
        if (taken && type.equals("ACCREC")) {
            draft.refuse("Invoice # must be unique.");
        } else if (taken) {
            draft.warn("Another bill of this contact has the same InvoiceNumber");
        }
    }

    private static String nextNumber(Records records) {
        int next = records.all(INVOICES).stream()
                        .map(each -> each.text("InvoiceNumber"))
                        .filter(number -> number.matches("INV-\\d{1,8}"))
                        .mapToInt(number -> Integer.parseInt(number.substring(4)))
                        .max()
                        .orElse(0)
                + 1;
        return String.format(Locale.ROOT, "INV-%04d", next);
    }
}
