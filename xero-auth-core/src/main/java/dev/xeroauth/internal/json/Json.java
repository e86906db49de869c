package dev.xeroauth.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes JSON. A short-lived process reads three small answers and one record: for that, hundreds of classes of
 * jackson-databind would be loaded.
 */
public final class Json {

    private static final int DEEPEST = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private Json() {}

    /**
     * Reads the first value in it; what follows is not looked at.
     *
     * @param text in UTF-8
     * @return {@link JsonWord#NULL} if there is nothing in it
     * @throws IOException if it is no JSON, or is nested deeper than a hundred levels; its message quotes the text
     */
    public static JsonValue read(byte[] text) throws IOException {
        try (JsonParser in = FACTORY.createParser(text)) {
            JsonToken first = in.nextToken();
            return first == null ? JsonWord.NULL : value(in, first);
        }
    }

    /** Reads it as {@link #read(byte[])} does. */
    public static JsonValue read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonValue value(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> list(in);
            case VALUE_STRING -> new JsonText(in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(in.getText());
            case VALUE_TRUE -> JsonWord.TRUE;
            case VALUE_FALSE -> JsonWord.FALSE;
            default -> JsonWord.NULL;
        };
    }

    private static JsonObject object(JsonParser in) throws IOException {
        JsonObject.Builder members = JsonObject.builder();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            members.put(name, value(in, in.nextToken()));
        }
        return members.build();
    }

    private static JsonList list(JsonParser in) throws IOException {
        List<JsonValue> values = new ArrayList<>();
        for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
            values.add(value(in, next));
        }
        return new JsonList(values);
    }

    /** Writes it in UTF-8, without spaces. */
    public static byte[] write(JsonValue value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            value.writeTo(out);
        } catch (IOException e) {
            // Not chained: it may quote the value.
            throw new AssertionError("A value can be written");
        }
        return bytes.toByteArray();
    }
}
