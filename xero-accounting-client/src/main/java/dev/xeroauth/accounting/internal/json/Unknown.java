package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that the library has no name for, kept as JSON text: every digit and every field as sent, without white space. */
final class Unknown {

    private Unknown() {}

    /** Reads one more into the place for all of them. */
    @SuppressWarnings("unchecked") // nothing else is put there
    static void read(@Nullable Object[] values, int place, JsonParser parser) throws IOException {
        Map<String, String> unknown = (Map<String, String>) values[place];
        if (unknown == null) {
            unknown = new LinkedHashMap<>();
            values[place] = unknown;
        }
        unknown.put(parser.currentName(), read(parser));
    }

    static String read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case START_ARRAY -> array(parser);
            default -> copy(parser, false);
        };
    }

    /** Most lists are empty, and cost nothing. */
    private static String array(JsonParser parser) throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return "[]";
        }
        return copy(parser, true);
    }

    /**
     * Through bytes, since a generator of bytes escapes half a surrogate pair, which text alone could not be sent as.
     *
     * @param inArray whether the parser is one token behind the start of the array that is to be copied
     */
    private static String copy(JsonParser parser, boolean inArray) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.generator(bytes)) {
            int depth = 0;
            if (inArray) {
                out.writeStartArray();
                depth++;
            }
            do {
                JsonToken token = parser.currentToken();
                event(parser, out);
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0 && parser.nextToken() != null);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void event(JsonParser parser, JsonGenerator out) throws IOException {
        if (parser.currentToken().isNumeric()) {
            out.writeNumber(parser.getText());
        } else {
            out.copyCurrentEvent(parser);
        }
    }
}
