package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The file with Xero's description of its accounting API, which lies where the property {@code xero.openapi} says. */
public final class DescriptionFile {

    private static final int MANY_ALIASES = 10_000;
    private static final int LARGE = 16 * 1024 * 1024;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DescriptionFile() {}

    /** As YAML has it. */
    public static Node yaml() throws IOException {
        String folder = System.getProperty("xero.openapi", "");
        if (folder.isEmpty()) {
            throw new IllegalStateException("Set -Dxero.openapi to the folder with xero_accounting.yaml");
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MANY_ALIASES);
        options.setCodePointLimit(LARGE);
        try (Reader yaml = Files.newBufferedReader(Path.of(folder, "xero_accounting.yaml"))) {
            return new Yaml(options).compose(yaml);
        }
    }

    /** As JSON would have it, numbers digit by digit. */
    public static JsonNode json() throws IOException {
        return json(yaml());
    }

    static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue()
                    .forEach(entry ->
                            object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(each -> array.add(json(each)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    /** YAML of old takes the country NO for false. */
    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL) && Set.of("true", "false").contains(text)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (scalar.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9]\\d*)")) {
            return JSON.numberNode(new BigInteger(text));
        }
        if (scalar.getTag().equals(Tag.FLOAT) && text.matches("-?\\d+\\.\\d+")) {
            return JSON.numberNode(new BigDecimal(text));
        }
        return JSON.textNode(text);
    }
}
