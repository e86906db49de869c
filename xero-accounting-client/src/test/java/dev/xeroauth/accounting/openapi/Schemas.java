package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds values against schemas of the description, made stricter for one direction. */
final class Schemas {

    private final String address;
    private final SchemaRegistry registry;
    private final StricterSchemas stricter;
    private final Map<JsonNode, Schema> inline = new HashMap<>();

    Schemas(JsonNode root, Direction direction) {
        this.address = "https://description.test/" + direction;
        this.stricter = new StricterSchemas(direction);
        String text = JsonNodeFactory.instance
                .objectNode()
                .set("components", stricter.components(root.path("components").path("schemas")))
                .toString();
        this.registry =
                SchemaRegistry.withDialect(Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(address, text)));
    }

    /** All, in the order of the value. */
    List<Violation> violations(JsonNode schema, JsonNode value) {
        return inline
                .computeIfAbsent(schema, this::compiled)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Schemas::violation)
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty()
                ? registry.getSchema(schema)
                : registry.getSchema(SchemaLocation.of(address + reference));
    }

    private static Violation violation(Error error) {
        String at = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> new Violation(at + "/" + error.getProperty(), "unknown", "unknown field");
            case "not" -> new Violation(at, "readOnly", "read-only field in a request");
            case "required" -> new Violation(at + "/" + error.getProperty(), "required", "required field missing");
            default -> new Violation(at, error.getKeyword(), error.getMessage());
        };
    }
}
