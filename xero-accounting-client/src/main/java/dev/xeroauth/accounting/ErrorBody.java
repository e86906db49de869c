package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.xeroauth.accounting.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a failure says, whichever way it says it: as a problem ({@code Title}, {@code Detail}) or with an error
 * number, its keys in any case. Text, HTML, XML and a body that breaks off say nothing or less; the status stands alone then.
 */
record ErrorBody(
        @Nullable String type,
        @Nullable Integer errorNumber,
        @Nullable String detail,
        @Nullable String message) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");

    static ErrorBody read(InputStream in) {
        Map<String, String> found = new TreeMap<>();
        try {
            collect(in.readNBytes(MAX_BYTES), found);
        } catch (IOException e) {
            // what was found until here has to do: the status is what counts
        }
        String detail = found.get("detail");
        return new ErrorBody(
                named(found.get("type")),
                number(found.get("errornumber")),
                detail,
                found.getOrDefault("message", detail));
    }

    boolean detailStartsWith(String words) {
        return detail != null && detail.strip().regionMatches(true, 0, words, 0, words.length());
    }

    /** The part of a message that says what kind of error it is; made of what cannot hold a customer's data. */
    String kind() {
        return (type == null ? "" : ": " + type) + (errorNumber == null ? "" : ", number " + errorNumber);
    }

    /** Leaves out Xero's words, which may repeat a customer's data. */
    @Override
    public String toString() {
        return "ErrorBody[" + kind() + "]";
    }

    private static void collect(byte[] body, Map<String, String> found) throws IOException {
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName().toLowerCase(Locale.ROOT);
                JsonToken value = parser.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    found.put(key, parser.getText());
                }
                parser.skipChildren();
            }
        }
    }

    private static @Nullable String named(@Nullable String type) {
        return type != null && NAME.matcher(type).matches() ? type : null;
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
