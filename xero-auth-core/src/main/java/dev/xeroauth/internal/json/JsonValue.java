package dev.xeroauth.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A value of JSON; never changed. Its text form shows nothing of it. */
public sealed interface JsonValue permits JsonObject, JsonList, JsonText, JsonNumber, JsonWord {

    /** The text that it is; empty: it is of another kind. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The number that it is, as it was written; empty: it is of another kind. */
    default Optional<String> digits() {
        return Optional.empty();
    }

    /** The whole number that it is; empty: it is of another kind, has a fraction or an exponent, or does not fit. */
    default Optional<Long> integer() {
        return Optional.empty();
    }

    /** The object that it is; empty: it is of another kind. */
    default Optional<JsonObject> object() {
        return Optional.empty();
    }

    /** What is in the list that it is; empty: it is of another kind. */
    default Optional<List<JsonValue>> items() {
        return Optional.empty();
    }

    /** Writes it where the generator stands. */
    void writeTo(JsonGenerator out) throws IOException;
}
