package dev.xeroauth.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a newer version of the library wrote, and this one writes back. Its text form shows nothing of it.
 *
 * @param top fields beside the record's own; never changed
 * @param parts fields inside its parts, each by what it is about; never changed
 */
public record Unknown(ObjectNode top, Map<String, ObjectNode> parts) {

    /** Nothing. */
    static final Unknown NONE = new Unknown(JsonNodeFactory.instance.objectNode(), Map.of());

    /** Copies the map. */
    public Unknown {
        parts = Map.copyOf(parts);
    }

    /** What is in a stored record, and not in the same record as this version writes it. */
    static Unknown between(ObjectNode stored, ObjectNode known) {
        Map<String, ObjectNode> ours = parts(known);
        Map<String, ObjectNode> rests = new HashMap<>();
        parts(stored).forEach((about, part) -> {
            ObjectNode rest = rest(part, ours.getOrDefault(about, part));
            if (!rest.isEmpty()) {
                rests.put(about, rest);
            }
        });
        return new Unknown(rest(stored, known), rests);
    }

    /** What outlives a new consent, which replaces the parts. */
    Unknown afterConsent() {
        return new Unknown(top, Map.of());
    }

    /** Writes it back where it was; what this version writes itself comes first. */
    void addTo(ObjectNode root) {
        parts(root).forEach((about, part) -> {
            ObjectNode rest = parts.get(about);
            if (rest != null) {
                add(rest, part);
            }
        });
        add(top, root);
    }

    /** A token keeps what belongs to it when it moves from current to previous or among the spares. */
    private static Map<String, ObjectNode> parts(ObjectNode root) {
        Map<String, ObjectNode> parts = new HashMap<>();
        put(parts, "access", root.path("access"), "token");
        for (String place : List.of("current", "previous")) {
            put(parts, "refresh", root.path(place), "token");
        }
        root.path("spares").forEach(spare -> put(parts, "refresh", spare, "token"));
        put(parts, "lease", root.path("lease"), "nonce");
        put(parts, "setback", root.path("setback"), "");
        put(parts, "reach", root.path("reach"), "");
        root.path("reach").path("connections").forEach(connection -> put(parts, "connection", connection, "id"));
        return parts;
    }

    private static void put(Map<String, ObjectNode> parts, String kind, JsonNode part, String name) {
        if (part instanceof ObjectNode object) {
            parts.putIfAbsent(kind + " " + object.path(name).asText(), object);
        }
    }

    private static ObjectNode rest(ObjectNode stored, ObjectNode known) {
        ObjectNode rest = stored.deepCopy();
        known.fieldNames().forEachRemaining(rest::remove);
        return rest;
    }

    private static void add(ObjectNode rest, ObjectNode to) {
        rest.properties().forEach(field -> {
            if (!to.has(field.getKey())) {
                to.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }

    @Override
    public String toString() {
        return "Unknown[" + top.size() + ", " + parts.size() + "]";
    }
}
