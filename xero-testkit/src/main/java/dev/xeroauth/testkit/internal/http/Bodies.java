package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xeroauth.testkit.internal.books.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in the body of a write. */
final class Bodies {

    private Bodies() {}

    /** The elements of the named list, of a bare list, or the one that was sent; none: it cannot be read. */
    static Optional<List<JsonNode>> elements(Call call, String name) {
        return Trees.read(call.body().utf8()).filter(JsonNode::isContainerNode).map(root -> {
            JsonNode list = root.has(name) ? root.path(name) : root;
            List<JsonNode> elements = new ArrayList<>();
            if (list.isArray()) {
                list.forEach(elements::add);
            } else if (!list.isEmpty()) {
                elements.add(list);
            }
            return elements;
        });
    }
}
