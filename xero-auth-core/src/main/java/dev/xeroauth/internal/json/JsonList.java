package dev.xeroauth.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A list. */
public record JsonList(List<JsonValue> values) implements JsonValue {

    /** Copies it. */
    public JsonList {
        values = List.copyOf(values);
    }

    @Override
    public Optional<List<JsonValue>> items() {
        return Optional.of(values);
    }

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (JsonValue value : values) {
            value.writeTo(out);
        }
        out.writeEndArray();
    }

    @Override
    public String toString() {
        return "JsonList[" + values.size() + "]";
    }
}
