package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Trees;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is around every list that the accounting API answers with. */
final class Envelope {

    private Envelope() {}

    static Answer of(Instant now, String name, Stream<ObjectNode> elements) {
        return of(now, null, name, elements);
    }

    static Answer of(Instant now, @Nullable ObjectNode pagination, String name, Stream<ObjectNode> elements) {
        ObjectNode root = Trees.JSON
                .objectNode()
                .put("Id", new UUID(0, now.toEpochMilli()).toString())
                .put("Status", "OK")
                .put("ProviderName", "Fake Xero")
                .put("DateTimeUTC", "/Date(" + now.toEpochMilli() + ")/");
        if (pagination != null) {
            root.set("pagination", pagination);
        }
        ArrayNode list = root.putArray(name);
        elements.forEach(list::add);
        return Answer.json(200, root);
    }
}
