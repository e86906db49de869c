package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a draft: those with an id are changed, those without added, and those that a sent list leaves out deleted. */
final class Lines {

    private static final List<String> ORDER = List.of(
            "LineItemID",
            "Description",
            "UnitAmount",
            "TaxType",
            "TaxAmount",
            "LineAmount",
            "AccountCode",
            "Item",
            "ItemCode",
            "Tracking",
            "Quantity",
            "DiscountRate",
            "DiscountAmount",
            "AccountID",
            "Taxability",
            "ValidationErrors");
    private static final List<String> COPIED =
            List.of("Description", "AccountCode", "TaxType", "Item", "ItemCode", "Tracking", "Taxability");
    private static final List<String> OF_AMOUNT =
            List.of("Quantity", "UnitAmount", "LineAmount", "DiscountRate", "DiscountAmount");

    private final Draft draft;
    private final String income;

    /** @param income whether lines are taxed as sales unless they say otherwise */
    Lines(Draft draft, boolean income) {
        this.draft = draft;
        this.income = income ? "OUTPUT2" : "INPUT2";
    }

    void take() {
        JsonNode sent = draft.sent.path("LineItems");
        boolean otherTaxes = !draft.textBefore("LineAmountTypes").equals(draft.text("LineAmountTypes"));
        if (!sent.isArray()) {
            keep(otherTaxes);
            return;
        }
        Map<String, ObjectNode> known = new HashMap<>();
        draft.tree.path("LineItems").forEach(line -> known.put(id(line), (ObjectNode) line));
        ArrayNode lines = Trees.JSON.arrayNode();
        for (JsonNode each : sent) {
            ObjectNode old = known.remove(id(each));
            if (old == null && !draft.isNew() && !id(each).isEmpty()) {
                draft.refuse("A line item with this LineItemID is not in the document");
            }
            lines.add(line(old, each, otherTaxes));
        }
        draft.tree.set("LineItems", lines);
    }

    private void keep(boolean otherTaxes) {
        ArrayNode lines = Trees.JSON.arrayNode();
        for (JsonNode each : draft.tree.path("LineItems")) {
            lines.add(otherTaxes ? line((ObjectNode) each, Trees.JSON.objectNode(), true) : each);
        }
        draft.tree.set("LineItems", lines);
    }

    private ObjectNode line(@Nullable ObjectNode old, JsonNode sent, boolean otherTaxes) {
        ObjectNode line = old == null
                ? Trees.JSON
                        .objectNode()
                        .put("LineItemID", draft.organisation.newId().toString())
                : old.deepCopy();
        COPIED.stream().filter(name -> Trees.has(sent, name)).forEach(name -> line.set(name, sent.get(name)));
        if (Trees.has(sent, "AccountID")) {
            line.put("AccountCode", Accounts.codeOf(sent.path("AccountID").asText()));
        }
        boolean otherAmount = OF_AMOUNT.stream().anyMatch(name -> Trees.has(sent, name));
        if (old == null || otherAmount) {
            amount(line, sent);
        }
        tax(line, sent, old == null || otherAmount || otherTaxes || Trees.has(sent, "TaxType"));
        if (!line.has("Tracking")) {
            line.set("Tracking", Trees.JSON.arrayNode());
        }
        line.set("ValidationErrors", Trees.JSON.arrayNode());
        return Trees.ordered(line, ORDER);
    }

    private void amount(ObjectNode line, JsonNode sent) {
        for (String name : List.of("DiscountRate", "DiscountAmount")) {
            number(sent, name).ifPresent(value -> line.put(name, Trees.unit(value, Sums.PLACES)));
        }
        number(sent, "UnitAmount").ifPresent(value -> line.put("UnitAmount", Trees.unit(value, draft.unitPlaces)));
        number(sent, "Quantity")
                .ifPresent(value -> line.put("Quantity", value.setScale(Sums.PLACES, RoundingMode.HALF_UP)));
        Optional<BigDecimal> whole = number(sent, "LineAmount").map(Trees::cents);
        if (!line.has("Quantity") && (line.has("UnitAmount") || whole.isPresent())) {
            line.put("Quantity", new BigDecimal("1.0000"));
        }
        if (!line.has("UnitAmount")
                && whole.isPresent()
                && Trees.decimal(line, "Quantity").signum() != 0) {
            BigDecimal unit =
                    whole.get().divide(Trees.decimal(line, "Quantity"), draft.unitPlaces, RoundingMode.HALF_UP);
            line.put("UnitAmount", Trees.unit(unit, draft.unitPlaces)).put("LineAmount", whole.get());
            return;
        }
        BigDecimal worked = worked(line);
        if (whole.isPresent() && whole.get().compareTo(worked) != 0) {
            draft.refuse("The line total " + whole.get() + " does not match the expected line total " + worked);
        }
        line.put("LineAmount", worked);
    }

    private static BigDecimal worked(ObjectNode line) {
        BigDecimal full = Trees.decimal(line, "Quantity").multiply(Trees.decimal(line, "UnitAmount"));
        BigDecimal discount = full.multiply(Trees.decimal(line, "DiscountRate")).movePointLeft(2);
        return Trees.cents(full.subtract(discount).subtract(Trees.decimal(line, "DiscountAmount")));
    }

    private void tax(ObjectNode line, JsonNode sent, boolean anew) {
        String types = draft.text("LineAmountTypes");
        if (types.equals("NoTax")) {
            line.put("TaxType", "NONE");
        } else if (!line.has("TaxType")) {
            line.put("TaxType", income);
        }
        BigDecimal amount = Trees.decimal(line, "LineAmount");
        Optional<BigDecimal> given = types.equals("NoTax") ? Optional.empty() : number(sent, "TaxAmount");
        if (given.isPresent() || anew) {
            line.put(
                    "TaxAmount",
                    given.map(Trees::cents)
                            .orElseGet(
                                    () -> Sums.tax(amount, line.path("TaxType").asText(), types)));
        }
    }

    private Optional<BigDecimal> number(JsonNode sent, String field) {
        if (!Trees.has(sent, field)) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = Trees.number(sent.get(field));
        if (number.isEmpty()) {
            draft.refuse("The value of " + field + " is not a number");
        }
        return number;
    }

    private static String id(JsonNode line) {
        return Trees.id(line.path("LineItemID").asText(""))
                .map(Object::toString)
                .orElse("");
    }
}
