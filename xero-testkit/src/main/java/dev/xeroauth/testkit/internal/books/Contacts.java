package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The contacts of an organisation. A tree in here is never changed, but replaced. */
public final class Contacts {

    private static final List<String> WRITTEN = List.of(
            "ContactStatus",
            "Name",
            "FirstName",
            "LastName",
            "CompanyNumber",
            "EmailAddress",
            "ContactNumber",
            "AccountNumber",
            "TaxNumber",
            "BankAccountDetails",
            "Addresses",
            "Phones",
            "DefaultCurrency",
            "ContactPersons");
    private static final List<String> NAMES = List.of(
            "ContactID",
            "ContactNumber",
            "AccountNumber",
            "ContactStatus",
            "Name",
            "FirstName",
            "LastName",
            "CompanyNumber",
            "EmailAddress",
            "TaxNumber",
            "BankAccountDetails",
            "Addresses",
            "Phones",
            "UpdatedDateUTC",
            "ContactGroups",
            "IsSupplier",
            "IsCustomer",
            "DefaultCurrency",
            "SalesTrackingCategories",
            "PurchasesTrackingCategories",
            "ContactPersons",
            "HasValidationErrors");
    private static final List<String> LINES_OF_ADDRESS =
            List.of("City", "Region", "PostalCode", "Country", "AttentionTo");

    private final Map<UUID, ObjectNode> byId;

    Contacts() {
        this(new HashMap<>());
    }

    private Contacts(Map<UUID, ObjectNode> byId) {
        this.byId = byId;
    }

    Contacts copy() {
        return new Contacts(new HashMap<>(byId));
    }

    /** All that is known of one. */
    public ObjectNode whole(UUID id) {
        return find(id).orElseGet(() -> Trees.JSON.objectNode().put("ContactID", id.toString()));
    }

    /** Who one is, with lists that say nothing. */
    public ObjectNode summary(UUID id) {
        ObjectNode node =
                Trees.JSON.objectNode().put("ContactID", id.toString()).put("Name", name(id));
        for (String list : List.of("Addresses", "Phones", "ContactGroups", "ContactPersons")) {
            node.set(list, Trees.JSON.arrayNode());
        }
        return node.put("HasValidationErrors", false);
    }

    /** What one is called. */
    public String name(UUID id) {
        return whole(id).path("Name").asText("");
    }

    Optional<ObjectNode> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<ObjectNode> findBy(String field, String value) {
        return byId.values().stream()
                .filter(each -> each.path(field).asText("").equalsIgnoreCase(value))
                .findFirst();
    }

    /** One of this name, with an address to send invoices to. */
    void know(UUID id, String name) {
        if (!name(id).equals(name)) {
            ObjectNode sent = Trees.JSON.objectNode().put("Name", name).put("EmailAddress", "accounts@example.com");
            byId.put(id, changed(find(id).orElseGet(() -> blank(id)), sent));
        }
    }

    /** Takes over what was sent of one that is known or not, and says whether anything is another. */
    boolean change(UUID id, JsonNode sent) {
        ObjectNode before = find(id).orElseGet(() -> blank(id));
        ObjectNode after = changed(before, sent);
        byId.put(id, after);
        return !after.equals(before);
    }

    private static ObjectNode changed(ObjectNode before, JsonNode sent) {
        ObjectNode after = before.deepCopy();
        for (String field : WRITTEN) {
            if (Trees.has(sent, field)) {
                after.set(field, sent.get(field));
            }
        }
        return Trees.ordered(after, NAMES);
    }

    private static ObjectNode blank(UUID id) {
        ObjectNode node = Trees.JSON
                .objectNode()
                .put("ContactID", id.toString())
                .put("ContactStatus", "ACTIVE")
                .put("EmailAddress", "")
                .put("BankAccountDetails", "");
        node.set("Addresses", addresses());
        node.set("Phones", phones());
        node.put("UpdatedDateUTC", "/Date(1551747281053+0000)/")
                .put("IsSupplier", true)
                .put("IsCustomer", true);
        for (String list :
                List.of("ContactGroups", "SalesTrackingCategories", "PurchasesTrackingCategories", "ContactPersons")) {
            node.set(list, Trees.JSON.arrayNode());
        }
        return node.put("HasValidationErrors", false);
    }

    private static ArrayNode addresses() {
        ArrayNode addresses = Trees.JSON.arrayNode();
        for (String type : List.of("STREET", "POBOX")) {
            ObjectNode address = addresses.addObject().put("AddressType", type);
            LINES_OF_ADDRESS.forEach(line -> address.put(line, ""));
        }
        return addresses;
    }

    private static ArrayNode phones() {
        ArrayNode phones = Trees.JSON.arrayNode();
        for (String type : List.of("DEFAULT", "DDI", "FAX", "MOBILE")) {
            ObjectNode phone = phones.addObject().put("PhoneType", type);
            List.of("PhoneNumber", "PhoneAreaCode", "PhoneCountryCode").forEach(part -> phone.put(part, ""));
        }
        return phones;
    }
}
