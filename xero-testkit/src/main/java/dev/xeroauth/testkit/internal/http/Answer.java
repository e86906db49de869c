package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;

/** What is sent back. */
public record Answer(int status, Map<String, String> headers, ByteString body) {

    private static final String OWN_JSON = "application/json; charset=utf-8";

    static Answer json(int status, JsonNode body) {
        return text(status, OWN_JSON, body.toString());
    }

    /** Some text. */
    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), ByteString.encodeUtf8(body));
    }

    /** No body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), ByteString.EMPTY);
    }

    /** Whether its body can be read as JSON. */
    public boolean isJson() {
        return headers.getOrDefault("Content-Type", "").startsWith("application/json");
    }

    /** Whether the fake wrote it, and not somebody who attached a file. */
    boolean isOwnJson() {
        return OWN_JSON.equals(headers.get("Content-Type"));
    }

    /** With a header more, or another value of it. */
    public Answer with(String header, String value) {
        return with(Map.of(header, value));
    }

    /** With headers more, or other values of them. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }

    /** The same, with another body. */
    public Answer withBody(String text) {
        return new Answer(status, headers, ByteString.encodeUtf8(text));
    }
}
