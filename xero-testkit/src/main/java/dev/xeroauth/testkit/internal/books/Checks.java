package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What Xero asks of every document with a contact and lines. */
final class Checks {

    private static final Set<String> ENDED = Set.of("VOIDED", "DELETED");
    private static final Set<String> TAX = Set.of("Exclusive", "Inclusive", "NoTax");

    private Checks() {}

    static void type(Draft draft) {
        String type = draft.text("Type");
        if (draft.isNew() ? !draft.resource.types().contains(type) : !type.equals(draft.textBefore("Type"))) {
            draft.refuse(draft.isNew() ? "The Type is missing or not valid" : "The Type cannot be changed");
        }
        if (!TAX.contains(draft.text("LineAmountTypes"))) {
            draft.refuse("The LineAmountTypes is not valid");
        }
        if (!draft.text("CurrencyCode").matches("[A-Z]{3}")) {
            draft.refuse("The CurrencyCode is not valid");
        }
    }

    static void status(Draft draft) {
        String from = draft.textBefore("Status");
        String to = draft.text("Status");
        List<String> allowed = draft.resource.statuses().getOrDefault(from, List.of());
        if (ENDED.contains(from)) {
            draft.refuse("A document of status " + from + " cannot be changed");
        } else if (!to.equals(from) && !allowed.contains(to)) {
            draft.refuse(
                    from.isEmpty()
                            ? "A document cannot be created with this status"
                            : "The status cannot be changed from " + from + " to what was sent");
        }
    }

    /** @param complete whether every line must say what it is and where it is booked */
    static void lines(Draft draft, boolean complete) {
        JsonNode lines = draft.tree.path("LineItems");
        if (complete && lines.isEmpty()) {
            draft.refuse("One or more line items must be specified");
        }
        for (JsonNode line : lines) {
            String code = line.path("AccountCode").asText("");
            if (complete && line.path("Description").asText("").isBlank()) {
                draft.refuse("A line item has no Description");
            }
            if (code.isEmpty() ? complete && line.has("UnitAmount") : !Accounts.isKnown(code)) {
                draft.refuse(code.isEmpty() ? "A line item has no AccountCode" : "An AccountCode is not a valid code");
            }
        }
        if (draft.amount("Total").signum() < 0) {
            draft.refuse("The total of a document cannot be negative");
        }
    }

    /** What is paid or reconciled keeps its amounts. */
    static void amountsAsBefore(Draft draft, String because) {
        Document before = draft.before;
        boolean other = before != null
                && (before.amount("Total").compareTo(draft.amount("Total")) != 0
                        || List.of("LineItems", "Contact", "CurrencyCode", "LineAmountTypes", "BankAccount").stream()
                                .anyMatch(field -> !before.tree().path(field).equals(draft.tree.path(field))));
        if (other) {
            draft.refuse(because);
        }
    }
}
