package dev.xeroauth.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** A number as it was written, so that what is written back is the same. */
public record JsonNumber(String value) implements JsonValue {

    @Override
    public Optional<String> digits() {
        return Optional.of(value);
    }

    @Override
    public Optional<Long> integer() {
        try {
            return Optional.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        out.writeNumber(value);
    }

    @Override
    public String toString() {
        return "JsonNumber";
    }
}
