package dev.xeroauth.internal.record;

import dev.xeroauth.internal.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a newer version of the library wrote, and this one writes back. Its text form shows nothing of it.
 *
 * @param top fields beside the record's own
 * @param parts fields inside its parts, each by what it is about
 */
public record Unknown(JsonObject top, Map<String, JsonObject> parts) {

    /** Nothing. */
    static final Unknown NONE = new Unknown(JsonObject.EMPTY, Map.of());

    /** Copies the map. */
    public Unknown {
        parts = Map.copyOf(parts);
    }

    /** What is in a stored record, and not in the same record as this version writes it. */
    static Unknown between(JsonObject stored, JsonObject known) {
        Map<String, JsonObject> ours = parts(known);
        Map<String, JsonObject> rests = new HashMap<>();
        parts(stored).forEach((about, part) -> {
            JsonObject rest = part.without(ours.getOrDefault(about, part));
            if (!rest.members().isEmpty()) {
                rests.put(about, rest);
            }
        });
        return new Unknown(stored.without(known), rests);
    }

    /** What outlives a new consent, which replaces the parts. */
    Unknown afterConsent() {
        return new Unknown(top, Map.of());
    }

    /** With it where it was; what this version writes itself comes first. */
    JsonObject addedTo(JsonObject root) {
        Map<String, JsonObject> left = new HashMap<>(parts);
        JsonObject whole = changingParts(root, (about, part) -> {
            JsonObject rest = left.remove(about);
            return rest == null ? part : part.and(rest);
        });
        return top.members().isEmpty() ? whole : whole.and(top);
    }

    private static Map<String, JsonObject> parts(JsonObject root) {
        Map<String, JsonObject> parts = new HashMap<>();
        changingParts(root, (about, part) -> {
            parts.putIfAbsent(about, part);
            return part;
        });
        return parts;
    }

    /** A token keeps what belongs to it when it moves from current to previous or among the spares. */
    private static JsonObject changingParts(JsonObject root, Change change) {
        UnaryOperator<JsonObject> refresh = change.about("refresh", "token");
        return root.changing("access", change.about("access", "token"))
                .changing("current", refresh)
                .changing("previous", refresh)
                .changing("spares", refresh)
                .changing("lease", change.about("lease", "nonce"))
                .changing("setback", change.about("setback", ""))
                .changing("reach", change.about("reach", ""))
                .changing("reach", reach -> reach.changing("connections", change.about("connection", "id")));
    }

    private interface Change {

        JsonObject of(String about, JsonObject part);

        /** Of parts of that kind, which differ in a field. */
        default UnaryOperator<JsonObject> about(String kind, String field) {
            return part -> of(kind + " " + part.get(field).text().orElse(""), part);
        }
    }

    @Override
    public String toString() {
        return "Unknown[" + top.members().size() + ", " + parts.size() + "]";
    }
}
