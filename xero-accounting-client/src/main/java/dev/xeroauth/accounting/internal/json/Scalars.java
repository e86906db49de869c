package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads single values. Numbers and booleans may be quoted, as Xero does now and then; an empty text is then no value. */
final class Scalars {

    /** Longer than any amount, and short enough that reading it costs nothing. */
    private static final int MAX_QUOTED_NUMBER = 64;

    private Scalars() {}

    static String text(JsonParser parser) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw new UnreadableValueException(parser, "text");
        }
        return parser.getText();
    }

    static <V> @Nullable V open(JsonParser parser, Function<String, V> values) throws IOException {
        String text = text(parser);
        return text.isEmpty() ? null : values.apply(text);
    }

    static @Nullable BigDecimal decimal(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            return parser.getDecimalValue();
        }
        return quotedNumber(parser, "decimal number", BigDecimal::new);
    }

    static @Nullable Integer integer(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        return quotedNumber(parser, "whole number", Integer::valueOf);
    }

    static @Nullable Boolean bool(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isBoolean()) {
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

    private static <N> @Nullable N quotedNumber(JsonParser parser, String kind, Function<String, N> reader)
            throws IOException {
        String text = quoted(parser, kind);
        if (text.isEmpty()) {
            return null;
        }
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
