package dev.xeroauth.accounting;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Xero's own description of its accounting API, which lies where the property {@code xero.openapi} says. */
final class OpenApi {

    private static final int MANY_ALIASES = 10_000;
    private static final int LARGE = 16 * 1024 * 1024;

    private final Node root;

    private OpenApi(Node root) {
        this.root = root;
    }

    static OpenApi accounting() throws IOException {
        String folder = System.getProperty("xero.openapi", "");
        if (folder.isEmpty()) {
            throw new IllegalStateException("Set -Dxero.openapi to the folder with xero_accounting.yaml");
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MANY_ALIASES);
        options.setCodePointLimit(LARGE);
        try (Reader yaml = Files.newBufferedReader(Path.of(folder, "xero_accounting.yaml"))) {
            return new OpenApi(new Yaml(options).compose(yaml));
        }
    }

    /** The example of a successful answer. */
    MappingNode example(String path, String method) {
        return at("paths", path, method, "responses", "200", "content", "application/json", "example");
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

    static Optional<Node> get(Node mapping, String key) {
        return ((MappingNode) mapping)
                .getValue().stream()
                        .filter(entry ->
                                ((ScalarNode) entry.getKeyNode()).getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
    }

    /** The same as JSON, numbers digit by digit. */
    static String json(Node node) {
        if (node instanceof MappingNode mapping) {
            StringJoiner json = new StringJoiner(",", "{", "}");
            mapping.getValue()
                    .forEach(entry -> json.add(
                            quoted(((ScalarNode) entry.getKeyNode()).getValue()) + ":" + json(entry.getValueNode())));
            return json.toString();
        }
        if (node instanceof SequenceNode sequence) {
            StringJoiner json = new StringJoiner(",", "[", "]");
            sequence.getValue().forEach(each -> json.add(json(each)));
            return json.toString();
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean bare = scalar.getTag().equals(Tag.INT)
                || scalar.getTag().equals(Tag.FLOAT)
                || scalar.getTag().equals(Tag.BOOL);
        return bare ? scalar.getValue().toLowerCase(Locale.ROOT) : quoted(scalar.getValue());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
