package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Attachment;
import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Records;
import dev.xeroauth.testkit.internal.books.Trees;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import okhttp3.HttpUrl;

/** A document as the accounting API writes it: what is kept, with what belongs to it. */
record DocumentJson(Records records, int unitPlaces) {

    private static final List<String> NOT_IN_SUMMARIES =
            List.of("LineItems", "Payments", "CreditNotes", "Prepayments", "Overpayments");

    /** One of a page: everything but its files. */
    ObjectNode whole(Document document) {
        ObjectNode node = Trees.JSON.objectNode().setAll(document.tree());
        node.set("Contact", records.contacts().whole(document.contactId()));
        if (unitPlaces == 2 && hasSmallParts(document.lines())) {
            node.set("LineItems", rounded(document.lines()));
        }
        return node;
    }

    /** A document of its own. */
    ObjectNode alone(Document document, HttpUrl url) {
        ObjectNode node = whole(document);
        List<Attachment> files = records.files(document.id());
        if (!files.isEmpty()) {
            ArrayNode list = node.putArray("Attachments");
            files.forEach(file -> list.add(AttachmentsApi.json(file, url)));
        }
        return node;
    }

    /** One of a list without pages: no lines, and of the contact its name alone. */
    ObjectNode unpaged(Document document) {
        ObjectNode node = Trees.JSON.objectNode().setAll(document.tree());
        node.set("Contact", records.contacts().summary(document.contactId()));
        node.set("LineItems", Trees.JSON.arrayNode());
        return node;
    }

    /** Neither lines nor payments. */
    ObjectNode summary(Document document) {
        return unpaged(document).remove(NOT_IN_SUMMARIES);
    }

    private static boolean hasSmallParts(JsonNode lines) {
        for (JsonNode line : lines) {
            if (line.path("UnitAmount").decimalValue().scale() > 2) {
                return true;
            }
        }
        return false;
    }

    private static ArrayNode rounded(JsonNode lines) {
        ArrayNode rounded = Trees.JSON.arrayNode();
        for (JsonNode line : lines) {
            ObjectNode copy = line.deepCopy();
            if (line.has("UnitAmount")) {
                BigDecimal unit = line.path("UnitAmount").decimalValue();
                copy.put("UnitAmount", unit.setScale(2, RoundingMode.HALF_UP));
            }
            rounded.add(copy);
        }
        return rounded;
    }
}
