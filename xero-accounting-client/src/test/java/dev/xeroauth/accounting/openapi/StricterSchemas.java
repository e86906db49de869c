package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The schemas of the description with what goes without saying there: no object has fields that its schema lacks, a
 * request has no read-only field, and dates have their form.
 */
final class StricterSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SENT_DATE = "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z?)?$";
    private static final String GOT_DATE = "^/Date\\(-?\\d+([+-]\\d{4})?\\)/$";

    private final Direction direction;

    StricterSchemas(Direction direction) {
        this.direction = direction;
    }

    /** Everything under {@code components/schemas}. */
    ObjectNode components(JsonNode schemas) {
        ObjectNode stricter = JSON.objectNode();
        schemas.properties().forEach(each -> stricter.set(each.getKey(), named(each.getKey(), each.getValue())));
        return JSON.objectNode().set("schemas", stricter);
    }

    private ObjectNode named(String name, JsonNode schema) {
        ObjectNode stricter = schema(schema);
        if (Undocumented.OPEN.containsKey(name)) {
            stricter.remove("additionalProperties");
        }
        if (direction == Direction.RESPONSE && stricter.has("properties")) {
            ObjectNode properties = (ObjectNode) stricter.path("properties");
            Undocumented.fields(name, schema).forEach(field -> properties.putIfAbsent(field, JSON.objectNode()));
        }
        return stricter;
    }

    private ObjectNode schema(JsonNode schema) {
        ObjectNode stricter = ((ObjectNode) schema).deepCopy();
        stricter.remove(List.of("example", "description", "externalDocs", "default"));
        if (stricter.has("x-is-msdate") || stricter.has("x-is-msdate-time")) {
            stricter.put("pattern", direction == Direction.REQUEST ? SENT_DATE : GOT_DATE);
        }
        if (stricter.path("items").isObject()) {
            stricter.set("items", schema(stricter.path("items")));
        }
        if (stricter.path("properties") instanceof ObjectNode properties) {
            stricter.put("additionalProperties", false);
            names(properties).forEach(name -> properties.set(name, property(properties.path(name))));
        }
        return stricter;
    }

    private ObjectNode property(JsonNode schema) {
        boolean refused =
                direction == Direction.REQUEST && schema.path("readOnly").asBoolean();
        return refused ? JSON.objectNode().set("not", JSON.objectNode()) : schema(schema);
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
