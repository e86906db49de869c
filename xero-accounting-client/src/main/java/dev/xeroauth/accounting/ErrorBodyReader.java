package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.xeroauth.accounting.internal.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the body of a failure as far as it can be read. JSON is streamed, as it repeats everything that was sent. For one body. */
final class ErrorBodyReader {

    private static final int LONGEST_GAP = 64;

    private final Map<String, String> found = new TreeMap<>();
    private final List<ElementError> elements = new ArrayList<>();

    ErrorBody read(InputStream body) {
        try {
            BufferedInputStream in = new BufferedInputStream(body);
            if (firstOf(in) == '{') {
                readJson(in);
            } else {
                found.putAll(ErrorText.read(in));
            }
        } catch (IOException e) {
            // what was found until here has to do: the status is what counts
        }
        return ErrorBody.of(found, elements);
    }

    /** The first character that means something; a byte order mark does not. */
    private static int firstOf(BufferedInputStream in) throws IOException {
        in.mark(LONGEST_GAP);
        int first = ' ';
        for (int i = 0; i < LONGEST_GAP && (Character.isWhitespace(first) || first >= 0x80); i++) {
            first = in.read();
        }
        in.reset();
        return first;
    }

    private void readJson(InputStream in) throws IOException {
        try (JsonParser parser = Json.parser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName().toLowerCase(Locale.ROOT);
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY && key.equals("elements")) {
                    readElements(parser);
                } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    found.put(key, parser.getText());
                }
                parser.skipChildren();
            }
        }
    }

    private void readElements(JsonParser parser) throws IOException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            List<String> messages = new ArrayList<>();
            try {
                ElementMessages.collect(parser, messages);
            } finally {
                if (!messages.isEmpty()) {
                    elements.add(new ElementError(index, null, messages));
                }
            }
            index++;
        }
    }
}
