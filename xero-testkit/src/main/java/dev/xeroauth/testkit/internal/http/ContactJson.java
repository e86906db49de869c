package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeInvoice;
import java.util.List;

/** The contact of an invoice as the accounting API writes it. */
final class ContactJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> LINES_OF_ADDRESS =
            List.of("City", "Region", "PostalCode", "Country", "AttentionTo");

    private ContactJson() {}

    /** Who it is, with lists that say nothing. */
    static ObjectNode summary(FakeInvoice invoice) {
        ObjectNode node = named(invoice);
        node.set("Addresses", JSON.arrayNode());
        node.set("Phones", JSON.arrayNode());
        node.set("ContactGroups", JSON.arrayNode());
        node.set("ContactPersons", JSON.arrayNode());
        return node.put("HasValidationErrors", false);
    }

    /** With the details. */
    static ObjectNode whole(FakeInvoice invoice) {
        ObjectNode node = named(invoice)
                .put("ContactStatus", "ACTIVE")
                .put("EmailAddress", "accounts@example.com")
                .put("BankAccountDetails", "");
        node.set("Addresses", addresses());
        node.set("Phones", phones());
        node.put("UpdatedDateUTC", "/Date(1551747281053+0000)/");
        node.set("ContactGroups", JSON.arrayNode());
        node.put("IsSupplier", true).put("IsCustomer", true);
        node.set("SalesTrackingCategories", JSON.arrayNode());
        node.set("PurchasesTrackingCategories", JSON.arrayNode());
        node.set("ContactPersons", JSON.arrayNode());
        return node.put("HasValidationErrors", false);
    }

    private static ObjectNode named(FakeInvoice invoice) {
        return JSON.objectNode()
                .put("ContactID", invoice.contactId().toString())
                .put("Name", invoice.contactName());
    }

    private static ArrayNode addresses() {
        ArrayNode addresses = JSON.arrayNode();
        for (String type : List.of("STREET", "POBOX")) {
            ObjectNode address = addresses.addObject().put("AddressType", type);
            LINES_OF_ADDRESS.forEach(line -> address.put(line, ""));
        }
        return addresses;
    }

    private static ArrayNode phones() {
        ArrayNode phones = JSON.arrayNode();
        for (String type : List.of("DEFAULT", "DDI", "FAX", "MOBILE")) {
            phones.addObject()
                    .put("PhoneType", type)
                    .put("PhoneNumber", "")
                    .put("PhoneAreaCode", "")
                    .put("PhoneCountryCode", "");
        }
        return phones;
    }
}
