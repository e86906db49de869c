package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what Xero has against an element, which is with its contact, a line or a payment at times. */
final class ElementMessages {

    private static final String ERRORS = "ValidationErrors";

    private ElementMessages() {}

    /** The parser stands on the first token of the element, afterwards on its last. */
    static void collect(JsonParser parser, List<String> messages) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token == null) {
                return; // the body ends inside of the element
            }
            if (token == JsonToken.START_ARRAY && ERRORS.equalsIgnoreCase(parser.currentName())) {
                readErrors(parser, messages);
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth > 0) {
                parser.nextToken();
            }
        } while (depth > 0);
    }

    private static void readErrors(JsonParser parser, List<String> messages) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                String message = readError(parser);
                if (message != null) {
                    messages.add(message);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private static @Nullable String readError(JsonParser parser) throws IOException {
        String message = null;
        String description = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (text && key.equalsIgnoreCase("Message")) {
                message = parser.getText();
            } else if (text && key.equalsIgnoreCase("Description")) {
                description = parser.getText();
            }
            parser.skipChildren();
        }
        return message == null ? description : message;
    }
}
