package dev.xeroauth.accounting;

import dev.xeroauth.accounting.openapi.DescriptionFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The schemas of Xero's own description of its accounting API, in the words of the tests. */
final class OpenApi {

    private final Node root;

    private OpenApi(Node root) {
        this.root = root;
    }

    static OpenApi accounting() throws IOException {
        return new OpenApi(DescriptionFile.yaml());
    }

    /** What each property of a schema is, in the words of the tests. */
    Map<String, String> kinds(String schema) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (NodeTuple property :
                at("components", "schemas", schema, "properties").getValue()) {
            kinds.put(((ScalarNode) property.getKeyNode()).getValue(), kind(property.getValueNode()));
        }
        return kinds;
    }

    private String kind(Node described) {
        Optional<String> other = text(described, "$ref").map(path -> path.substring(path.lastIndexOf('/') + 1));
        if (other.isPresent()) {
            MappingNode target = at("components", "schemas", other.get());
            return get(target, "properties").isPresent() ? other.get() : kind(target);
        }
        String type = text(described, "type").orElse("nothing");
        return switch (type) {
            case "string" -> kindOfString(described);
            case "array" -> "list of " + kind(get(described, "items").orElseThrow());
            case "integer" -> "number";
            default -> type;
        };
    }

    private static String kindOfString(Node described) {
        if (get(described, "enum").isPresent()) {
            return "enumeration";
        }
        if (text(described, "x-is-msdate-time").isPresent()) {
            return "moment";
        }
        if (text(described, "x-is-msdate").isPresent()) {
            return "date";
        }
        return text(described, "format").filter("uuid"::equals).isPresent() ? "id" : "text";
    }

    private static Optional<String> text(Node mapping, String key) {
        return get(mapping, key).map(node -> ((ScalarNode) node).getValue());
    }

    private MappingNode at(String... way) {
        Node node = root;
        for (String step : way) {
            node = get(node, step).orElseThrow(() -> new AssertionError("The description has no " + step));
        }
        return (MappingNode) node;
    }

    private static Optional<Node> get(Node mapping, String key) {
        return ((MappingNode) mapping)
                .getValue().stream()
                        .filter(entry ->
                                ((ScalarNode) entry.getKeyNode()).getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
    }
}
