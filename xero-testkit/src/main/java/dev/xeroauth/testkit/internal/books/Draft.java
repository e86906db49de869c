package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document on its way to the books: what was there, what was sent, what comes of it, and what is wrong with it. */
final class Draft {

    final Records records;
    final Organisation organisation;
    final Resource resource;
    final @Nullable Document before;
    final JsonNode sent;
    final int unitPlaces;
    final ObjectNode tree;
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Draft(Writer writer, Records records, @Nullable Document before, JsonNode sent) {
        this.records = records;
        this.organisation = writer.organisation();
        this.resource = writer.resource();
        this.unitPlaces = writer.unitPlaces();
        this.before = before;
        this.sent = sent;
        this.tree = before == null ? Trees.JSON.objectNode() : before.tree().deepCopy();
    }

    void refuse(String error) {
        errors.add(error);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> errors() {
        return errors;
    }

    List<String> warnings() {
        return warnings;
    }

    boolean isNew() {
        return before == null;
    }

    boolean isSent(String field) {
        return Trees.has(sent, field);
    }

    String text(String field) {
        return tree.path(field).asText("");
    }

    String textBefore(String field) {
        return before == null ? "" : before.text(field);
    }

    BigDecimal amount(String field) {
        return Trees.decimal(tree, field);
    }

    /** Sets what nobody has said. */
    void otherwise(String field, String value) {
        if (!tree.hasNonNull(field)) {
            tree.put(field, value);
        }
    }

    /** Takes over the fields that were sent and may be. */
    void takeOver() {
        for (Field field : resource.fields()) {
            if (field.written() && isSent(field.name())) {
                take(field, sent.get(field.name()));
            }
        }
    }

    private void take(Field field, JsonNode value) {
        String name = field.name();
        switch (field.kind()) {
            case TEXT, WORD -> tree.put(name, value.asText());
            case FLAG -> tree.put(name, value.asBoolean());
            case ID -> keep(name, Trees.id(value.asText()).map(id -> tree.textNode(id.toString())));
            case NUMBER -> keep(name, Trees.number(value).map(tree::numberNode));
            case DAY, DAY_AND_TEXT -> day(field, value.asText());
            case ACCOUNT -> keep(name, Accounts.bank(value));
            case CONTACT, LINES, STAMP, OTHER -> {}
        }
    }

    private void day(Field field, String text) {
        Optional<String> day = Dates.read(text).map(at -> Dates.microsoft(Dates.day(at)));
        keep(field.name(), day.map(tree::textNode));
        if (field.kind() == Kind.DAY_AND_TEXT) {
            Dates.read(text).ifPresent(at -> tree.put(field.name() + "String", Dates.companion(Dates.day(at))));
        }
    }

    private void keep(String name, Optional<? extends JsonNode> value) {
        if (value.isEmpty()) {
            refuse("The value of " + name + " is not valid");
        }
        value.ifPresent(node -> tree.set(name, node));
    }

    /** Finds, changes or makes the contact. */
    void takeContact() {
        JsonNode contact = sent.path("Contact");
        if (!contact.isObject()) {
            if (!tree.path("Contact").hasNonNull("ContactID")) {
                refuse("A Contact must be specified for this type of transaction");
            }
            return;
        }
        contactId(contact).ifPresent(id -> {
            records.contacts().change(Trees.id(id).orElseThrow(), contact);
            tree.set("Contact", Trees.JSON.objectNode().put("ContactID", id));
        });
    }

    private Optional<String> contactId(JsonNode contact) {
        if (Trees.has(contact, "ContactID")) {
            Optional<ObjectNode> known =
                    Trees.id(contact.path("ContactID").asText()).flatMap(records.contacts()::find);
            if (known.isEmpty()) {
                refuse("The contact with the specified ContactID could not be found");
            }
            return known.map(node -> node.path("ContactID").asText());
        }
        for (String field : List.of("ContactNumber", "Name")) {
            String value = contact.path(field).asText("");
            if (!value.isBlank()) {
                return Optional.of(records.contacts()
                        .findBy(field, value)
                        .map(node -> node.path("ContactID").asText())
                        .orElseGet(() -> organisation.newId().toString()));
            }
        }
        refuse("The Contact says neither its ContactID nor its ContactNumber nor its Name");
        return Optional.empty();
    }
}
