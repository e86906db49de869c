package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Organisation.Change;
import dev.xeroauth.testkit.internal.books.Records;
import dev.xeroauth.testkit.internal.books.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What has happened to a document, and the notes on it. */
final class HistoryApi {

    private static final String NAME = "HistoryRecords";
    private static final int LONGEST = 2500;

    private HistoryApi() {}

    static Answer list(Call call, Document document) {
        return Envelope.of(
                call.organisation().now(), NAME, call.organisation().records().history(document.id()).stream());
    }

    static Answer add(Call call, UUID document) {
        Optional<List<JsonNode>> notes = Bodies.elements(call, NAME);
        if (notes.isEmpty()) {
            return Problems.unreadableBody();
        }
        if (notes.get().isEmpty()) {
            return Problems.nothingSent();
        }
        List<JsonNode> sent = notes.get();
        for (JsonNode note : sent) {
            int length = note.path("Details").asText("").strip().length();
            if (length == 0 || length > LONGEST) {
                return Problems.validation("The Details have at least one character and at most " + LONGEST);
            }
        }
        return call.organisation().change(records -> new Change<>(added(call, records, document, sent), true));
    }

    private static Answer added(Call call, Records records, UUID document, List<JsonNode> notes) {
        Instant now = call.organisation().now();
        List<ObjectNode> added = new ArrayList<>();
        for (JsonNode note : notes) {
            String details = note.path("Details").asText();
            added.add(withoutErrors(records.note(document, now, "Note", details)));
        }
        return Envelope.of(now, NAME, added.stream());
    }

    private static ObjectNode withoutErrors(ObjectNode record) {
        ObjectNode copy = record.deepCopy();
        copy.set("ValidationErrors", Trees.JSON.arrayNode());
        return copy;
    }
}
