package dev.xeroauth.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** A text. */
public record JsonText(String value) implements JsonValue {

    @Override
    public Optional<String> text() {
        return Optional.of(value);
    }

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        out.writeString(value);
    }

    @Override
    public String toString() {
        return "JsonText";
    }
}
