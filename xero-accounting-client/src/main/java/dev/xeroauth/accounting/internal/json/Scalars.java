package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads single values. Numbers and booleans may be quoted, as Xero does now and then; an empty text is then no value. */
final class Scalars {

    /** Longer than any amount, and short enough that reading it costs nothing. */
    private static final int MAX_QUOTED_NUMBER = 64;

    private Scalars() {}

    static @Nullable Integer integer(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        String text = quoted(parser, "whole number");
        return text.isEmpty() ? null : number(parser, text, "whole number", Integer::valueOf);
    }

    static @Nullable Boolean bool(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        String text = quoted(parser, "boolean");
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.isEmpty()) {
            return null;
        }
        throw new UnreadableValueException(parser, "boolean");
    }

    static <N> N number(JsonParser parser, String text, String kind, Function<String, N> reader)
            throws UnreadableValueException {
        try {
            if (text.length() <= MAX_QUOTED_NUMBER) {
                return reader.apply(text);
            }
        } catch (NumberFormatException e) {
            // its message would show the value
        }
        throw new UnreadableValueException(parser, kind);
    }

    static String quoted(JsonParser parser, String kind) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new UnreadableValueException(parser, kind);
        }
        return parser.getText().strip();
    }
}
