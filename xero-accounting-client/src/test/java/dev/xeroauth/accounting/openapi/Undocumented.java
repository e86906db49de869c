package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Xero sends and its description leaves out, each with how it is known. */
final class Undocumented {

    /** Schemas whose objects may hold anything. */
    static final Map<String, String> OPEN =
            Map.of("Element", "an error repeats the document that was sent, with the ids of any kind");

    /** In front of every list. */
    private static final Set<String> ENVELOPE = Set.of("Id", "Status", "ProviderName", "DateTimeUTC");

    private static final String EXAMPLES = "in the description's own examples of answers";

    /** Schema and field, with the reason. */
    static final Map<String, String> FIELDS = Map.of(
            "LineItem.ValidationErrors", EXAMPLES,
            "HistoryRecord.ValidationErrors", EXAMPLES,
            "ContactGroup.HasValidationErrors", EXAMPLES,
            "BankTransaction.BatchPayment", EXAMPLES,
            "BankTransaction.Attachments", EXAMPLES);

    private Undocumented() {}

    /** Fields that an answer may hold beside those of its schema: dates have a companion that says them as text. */
    static List<String> fields(String name, JsonNode schema) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(each -> {
            if (each.getValue().has("x-is-msdate") || each.getValue().has("x-is-msdate-time")) {
                fields.add(each.getKey() + "String");
            }
        });
        FIELDS.keySet().stream()
                .filter(field -> field.startsWith(name + "."))
                .forEach(field -> fields.add(field.substring(name.length() + 1)));
        if (schema.has("x-objectArrayKey")) {
            fields.addAll(ENVELOPE);
        }
        return fields;
    }
}
