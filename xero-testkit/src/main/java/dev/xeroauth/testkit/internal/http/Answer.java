package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;

/** What is sent back. */
record Answer(int status, Map<String, String> headers, ByteString body) {

    static Answer json(int status, JsonNode body) {
        return text(status, "application/json; charset=utf-8", body.toString());
    }

    static Answer text(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), ByteString.encodeUtf8(body));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), ByteString.EMPTY);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
