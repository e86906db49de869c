package dev.xeroauth.accounting;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schemas of Xero's own description: names, read-only marks and enumerated values. */
final class Schemas {

    private static final int MANY_ALIASES = 10_000;
    private static final int LARGE = 16 * 1024 * 1024;
    private static final String REF = "$ref";

    private final Map<String, Map<String, Object>> schemas;

    private Schemas(Map<String, Map<String, Object>> schemas) {
        this.schemas = schemas;
    }

    @SuppressWarnings("unchecked") // as OpenAPI has it
    static Schemas accounting() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MANY_ALIASES);
        options.setCodePointLimit(LARGE);
        Path file = Path.of(System.getProperty("xero.openapi"), "xero_accounting.yaml");
        try (Reader yaml = Files.newBufferedReader(file)) {
            Map<String, Object> root = new Yaml(new SafeConstructor(options)).load(yaml);
            return new Schemas((Map<String, Map<String, Object>>) ((Map<?, ?>) root.get("components")).get("schemas"));
        }
    }

    Set<String> fields(String schema) {
        return new TreeSet<>(properties(schema).keySet());
    }

    Set<String> readOnly(String schema) {
        Set<String> names = new TreeSet<>(fields(schema));
        names.removeIf(name -> !Boolean.TRUE.equals(properties(schema).get(name).get("readOnly")));
        return names;
    }

    /** The enumerated values of each field that has some, without the empty one. */
    Map<String, Set<String>> enumerated(String schema) {
        Map<String, Set<String>> enumerated = new LinkedHashMap<>();
        properties(schema).forEach((name, property) -> {
            if (resolved(property).get("enum") instanceof List<?> values) {
                Set<String> texts = new LinkedHashSet<>();
                values.forEach(value -> texts.add(String.valueOf(value)));
                texts.remove("");
                enumerated.put(name, texts);
            }
        });
        return enumerated;
    }

    private Map<String, Object> resolved(Map<String, Object> property) {
        Object other = property.get(REF);
        return other == null ? property : schemas.get(other.toString().substring("#/components/schemas/".length()));
    }

    @SuppressWarnings("unchecked") // as OpenAPI has it
    private Map<String, Map<String, Object>> properties(String schema) {
        return (Map<String, Map<String, Object>>) schemas.get(schema).get("properties");
    }
}
