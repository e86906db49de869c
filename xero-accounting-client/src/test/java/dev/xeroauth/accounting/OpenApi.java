package dev.xeroauth.accounting;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
        Node node = root;
        String[] way = {"paths", path, method, "responses", "200", "content", "application/json", "example"};
        for (String step : way) {
            Node from = node;
            node = get(from, step).orElseThrow(() -> new AssertionError("The description has no " + step));
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
