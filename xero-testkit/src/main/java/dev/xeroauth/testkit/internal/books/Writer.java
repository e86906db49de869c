package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes what an application sends into the books.
 *
 * @param organisation whose books
 * @param resource what kind of documents
 * @param unitPlaces to which unit amounts are rounded
 * @param clientId the application
 */
public record Writer(Organisation organisation, Resource resource, int unitPlaces, String clientId) {

    private static final UUID NO_ID = new UUID(0, 0);

    /**
     * What came of one element.
     *
     * @param document as it is kept now; none: it is not
     * @param echo of what was sent
     * @param errors why it is not kept
     * @param warnings about one that is kept
     */
    public record Written(Optional<Document> document, ObjectNode echo, List<String> errors, List<String> warnings) {}

    /** A new one. */
    public Written create(Records records, JsonNode sent) {
        String id = sent.path(resource.id()).asText("");
        return records.find(resource, id).isPresent() && !id.isEmpty()
                ? refused(sent, "There is a document with this " + resource.id() + " already")
                : write(records, Optional.empty(), sent);
    }

    /** A new one, or the one with the same id or number. */
    public Written createOrUpdate(Records records, JsonNode sent) {
        if (Trees.has(sent, resource.id())) {
            Optional<Document> named =
                    Trees.id(sent.path(resource.id()).asText()).flatMap(id -> records.find(resource, id));
            return named.isEmpty()
                    ? refused(sent, "No document with this " + resource.id() + " could be found")
                    : write(records, named, sent);
        }
        return write(records, numbered(records, sent), sent);
    }

    /** This one. */
    public Written update(Records records, Document document, JsonNode sent) {
        return write(records, Optional.of(document), sent);
    }

    /** Only numbers of sales are unique. */
    private Optional<Document> numbered(Records records, JsonNode sent) {
        String field = resource.number();
        String number = field == null ? "" : sent.path(field).asText("");
        return field == null
                        || number.isEmpty()
                        || sent.path("Type").asText("ACCREC").equals("ACCPAY")
                ? Optional.empty()
                : records.all(resource).stream()
                        .filter(each -> each.text(field).equals(number)
                                && !each.text("Type").equals("ACCPAY"))
                        .findFirst();
    }

    private Written write(Records records, Optional<Document> before, JsonNode sent) {
        Records trial = records.copy();
        Draft draft = new Draft(this, trial, before.orElse(null), sent);
        draft.takeOver();
        draft.takeContact();
        complete(draft);
        Checks.type(draft);
        Checks.status(draft);
        resource.rules().check(draft);
        return draft.errors().isEmpty()
                ? kept(records, draft)
                : new Written(
                        Optional.empty(),
                        echo(sent, before.map(Document::id).orElse(NO_ID)),
                        List.copyOf(draft.errors()),
                        List.of());
    }

    private void complete(Draft draft) {
        draft.otherwise(
                "Status", resource.statuses().getOrDefault("", List.of("")).get(0));
        draft.otherwise("LineAmountTypes", "Exclusive");
        draft.otherwise("CurrencyCode", "NZD");
        draft.otherwise("Reference", "");
        if (!draft.tree.has("Date")) {
            draft.tree.put("DateString", Dates.companion(Dates.day(organisation.now())));
            draft.tree.put("Date", Dates.microsoft(Dates.day(organisation.now())));
        }
        BigDecimal rate =
                draft.tree.has("CurrencyRate") ? draft.amount("CurrencyRate") : Sums.rate(draft.text("CurrencyCode"));
        draft.tree.put("CurrencyRate", rate);
        draft.otherwise(resource.id(), organisation.newId().toString());
        if (!draft.tree.has("HasAttachments")) {
            draft.tree.put("HasAttachments", false);
        }
        resource.rules().complete(draft);
    }

    private Written kept(Records records, Draft draft) {
        Document before = draft.before;
        ObjectNode tree = Trees.ordered(
                draft.tree, resource.fields().stream().map(Field::name).toList());
        if (draft.sent.path("Contact").isObject()) {
            UUID contact =
                    UUID.fromString(tree.path("Contact").path("ContactID").asText());
            records.contacts().change(contact, draft.sent.path("Contact"));
        }
        boolean isSame = before != null && before.tree().equals(tree);
        Document document = new Document(
                UUID.fromString(tree.path(resource.id()).asText()),
                before == null ? organisation.now() : before.updatedAt(),
                tree,
                before == null ? clientId : before.madeBy());
        if (!isSame) {
            document = organisation.shelve(records, resource, document);
            records.note(
                    document.id(),
                    organisation.now(),
                    before == null ? "Created" : "Edited",
                    "Received through the API of the fake Xero");
        }
        return new Written(Optional.of(document), Trees.JSON.objectNode(), List.of(), List.copyOf(draft.warnings()));
    }

    private Written refused(JsonNode sent, String error) {
        return new Written(Optional.empty(), echo(sent, NO_ID), List.of(error), List.of());
    }

    private ObjectNode echo(JsonNode sent, UUID id) {
        ObjectNode echo = sent instanceof ObjectNode object ? object.deepCopy() : Trees.JSON.objectNode();
        if (!Trees.has(echo, resource.id())) {
            echo.put(resource.id(), id.toString());
        }
        return echo;
    }
}
