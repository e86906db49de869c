package dev.xeroauth.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An object; the order of its members is kept, and does not matter to its equality.
 *
 * @param members by their names
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    /** One without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the map. */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A new builder without members. */
    public static Builder builder() {
        return new Builder();
    }

    /** The member of that name; {@link JsonWord#NULL}: it is null, or there is none. */
    public JsonValue get(String name) {
        return members.getOrDefault(name, JsonWord.NULL);
    }

    /** The same without that member. */
    public JsonObject without(String name) {
        Map<String, JsonValue> rest = new LinkedHashMap<>(members);
        rest.remove(name);
        return new JsonObject(rest);
    }

    /** The same with that member, in its place if there was one, otherwise as the last. */
    public JsonObject with(String name, JsonValue value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new JsonObject(changed);
    }

    /** The same without what the other has a member of that name of. */
    public JsonObject without(JsonObject other) {
        Map<String, JsonValue> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(other.members.keySet());
        return rest.isEmpty() ? EMPTY : new JsonObject(rest);
    }

    /** The same and, as the last, what only the other has a member of that name of. */
    public JsonObject and(JsonObject other) {
        Map<String, JsonValue> all = new LinkedHashMap<>(members);
        for (Map.Entry<String, JsonValue> member : other.members.entrySet()) {
            all.putIfAbsent(member.getKey(), member.getValue());
        }
        return new JsonObject(all);
    }

    /** The same with the object there, or each object in the list there, changed; itself, if nothing changes. */
    public JsonObject changing(String name, UnaryOperator<JsonObject> change) {
        JsonValue before = get(name);
        JsonValue after = changed(before, change);
        return after == before ? this : with(name, after);
    }

    private static JsonValue changed(JsonValue value, UnaryOperator<JsonObject> change) {
        if (value instanceof JsonObject object) {
            return change.apply(object);
        }
        return value instanceof JsonList list ? changed(list, change) : value;
    }

    private static JsonList changed(JsonList list, UnaryOperator<JsonObject> change) {
        boolean same = true;
        List<JsonValue> values = new ArrayList<>();
        for (JsonValue before : list.values()) {
            JsonValue after = before instanceof JsonObject object ? change.apply(object) : before;
            same &= after == before;
            values.add(after);
        }
        return same ? list : new JsonList(values);
    }

    @Override
    public Optional<JsonObject> object() {
        return Optional.of(this);
    }

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            out.writeFieldName(member.getKey());
            member.getValue().writeTo(out);
        }
        out.writeEndObject();
    }

    @Override
    public String toString() {
        return "JsonObject[" + members.size() + "]";
    }

    /** Collects members; of two with the same name the later counts. Not thread-safe. */
    public static final class Builder {

        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        /** Puts a member. */
        public Builder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        /** Puts a text. */
        public Builder put(String name, String value) {
            return put(name, new JsonText(value));
        }

        /** Puts a text, if there is one. */
        public Builder put(String name, Optional<String> value) {
            return value.isPresent() ? put(name, value.get()) : this;
        }

        /** Puts a time in milliseconds since 1970, if there is one. */
        public Builder putMillis(String name, Optional<Instant> time) {
            return time.isPresent() ? put(name, time.get().toEpochMilli()) : this;
        }

        /** Puts a whole number. */
        public Builder put(String name, long value) {
            return put(name, new JsonNumber(Long.toString(value)));
        }

        /** Puts true or false. */
        public Builder put(String name, boolean value) {
            return put(name, value ? JsonWord.TRUE : JsonWord.FALSE);
        }

        /** Makes it. */
        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
