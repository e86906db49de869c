package dev.xeroauth.testkit.internal.books;

import static dev.xeroauth.testkit.internal.books.Field.own;
import static dev.xeroauth.testkit.internal.books.Field.written;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Money spent and received. */
final class BankTransactionResource implements Resource.Rules {

    static final Resource BANK_TRANSACTIONS = new Resource(
            "BankTransactions",
            "BankTransactionID",
            null,
            List.of("accounting.banktransactions", "accounting.transactions"),
            List.of(
                    own("BankTransactionID", Kind.ID),
                    written("BankAccount", Kind.ACCOUNT),
                    written("Type", Kind.WORD),
                    written("Reference", Kind.TEXT),
                    written("Url", Kind.TEXT),
                    written("IsReconciled", Kind.FLAG),
                    written("CurrencyRate", Kind.NUMBER),
                    own("PrepaymentID", Kind.ID),
                    own("OverpaymentID", Kind.ID),
                    own("HasAttachments", Kind.FLAG),
                    written("Contact", Kind.CONTACT),
                    own("DateString", Kind.OTHER),
                    written("Date", Kind.DAY_AND_TEXT),
                    written("Status", Kind.WORD),
                    written("LineAmountTypes", Kind.WORD),
                    written("LineItems", Kind.LINES),
                    own("SubTotal", Kind.NUMBER),
                    own("TotalTax", Kind.NUMBER),
                    own("Total", Kind.NUMBER),
                    own("UpdatedDateUTC", Kind.STAMP),
                    written("CurrencyCode", Kind.WORD)),
            Set.of(
                    "SPEND",
                    "RECEIVE",
                    "SPEND-OVERPAYMENT",
                    "SPEND-PREPAYMENT",
                    "RECEIVE-OVERPAYMENT",
                    "RECEIVE-PREPAYMENT"),
            Map.of("", List.of("AUTHORISED"), "AUTHORISED", List.of("DELETED")),
            Map.of(),
            Set.of(),
            Set.of(),
            new BankTransactionResource());

    private BankTransactionResource() {}

    @Override
    public void complete(Draft draft) {
        new Lines(draft, draft.text("Type").startsWith("RECEIVE")).take();
        Sums.total(draft);
        if (!draft.tree.has("IsReconciled")) {
            draft.tree.put("IsReconciled", false);
        }
        linked(draft, "PREPAYMENT", "PrepaymentID");
        linked(draft, "OVERPAYMENT", "OverpaymentID");
    }

    @Override
    public void check(Draft draft) {
        Checks.lines(draft, true);
        if (!draft.tree.has("BankAccount") && !draft.isSent("BankAccount")) {
            draft.refuse("The BankAccount is missing");
        }
        Document before = draft.before;
        if (before != null && before.tree().path("IsReconciled").asBoolean()) {
            Checks.amountsAsBefore(
                    draft, "A reconciled bank transaction keeps its account, contact, lines and amounts");
            if (draft.text("Status").equals("DELETED")) {
                draft.refuse("A reconciled bank transaction cannot be deleted");
            }
        }
    }

    private static void linked(Draft draft, String type, String field) {
        if (draft.text("Type").endsWith(type)) {
            draft.otherwise(field, draft.organisation.newId().toString());
        }
    }
}
