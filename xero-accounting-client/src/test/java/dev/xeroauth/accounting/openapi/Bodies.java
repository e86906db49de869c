package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okio.ByteString;

/** The bodies of requests and answers. */
final class Bodies {

    /** Bytes of any kind, whose content type says which kind: a PDF is sent as one. */
    private static final String ANY_BYTES = "application/octet-stream";

    private static final int NO_CONTENT = 204;
    private static final int FIRST_FAILURE = 400;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Schemas requests;
    private final Schemas responses;

    Bodies(JsonNode root) {
        this.requests = new Schemas(root, Direction.REQUEST);
        this.responses = new Schemas(root, Direction.RESPONSE);
    }

    List<String> ofRequest(Operation operation, Exchange.Sent sent) {
        JsonNode content = operation.requestBody().path("content");
        if (content.isMissingNode()) {
            return sent.body().size() == 0 ? List.of() : List.of("request: has a body");
        }
        if (sent.body().size() == 0
                && content.at("/application~1json/schema/$ref").asText().endsWith("/RequestEmpty")) {
            return List.of();
        }
        return checked(
                "request", content, sent.headers(), sent.body(), (schema, body) -> ofRequest(operation, schema, body));
    }

    List<String> ofResponse(Operation operation, Exchange.Got got) {
        JsonNode described = operation.responses().get(String.valueOf(got.status()));
        if (described == null) {
            // Xero describes neither 401, 403, 404, 429 nor 5xx, and a 400 for writes alone.
            return got.status() >= FIRST_FAILURE ? List.of() : List.of("response: status is not described");
        }
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            boolean empty = got.body().size() == 0;
            return empty || got.status() != NO_CONTENT ? List.of() : List.of("response: has a body");
        }
        return checked("response", content, got.headers(), got.body(), responses::violations);
    }

    /** What is wrong with the JSON of a request, but that a change need not repeat everything. */
    private List<Violation> ofRequest(Operation operation, JsonNode schema, JsonNode body) {
        return requests.violations(schema, body).stream()
                .filter(each -> !(each.keyword().equals("required") && isChange(operation, each.at(), body)))
                .toList();
    }

    /** The schemas of one direction. */
    Schemas schemas(Direction direction) {
        return direction == Direction.REQUEST ? requests : responses;
    }

    /** A document that Xero has already, named by its id, needs nothing but what changes; the description forgets that. */
    private static boolean isChange(Operation operation, String missing, JsonNode body) {
        String[] way = missing.split("/", -1);
        if (!operation.method().equals("POST") || way.length != "/BankTransactions/0/Type".split("/", -1).length) {
            return false;
        }
        String id = way[1].substring(0, way[1].length() - 1) + "ID";
        return operation.path().contains("{" + id + "}")
                || body.path(way[1]).path(Integer.parseInt(way[2])).has(id);
    }

    private interface Check {
        List<Violation> violations(JsonNode schema, JsonNode body);
    }

    private static List<String> checked(String what, JsonNode content, Headers headers, ByteString bytes, Check check) {
        if (content.has(ANY_BYTES)) {
            return headers.get("Content-Type") == null ? List.of(what + ": no content type") : List.of();
        }
        String type = Optional.ofNullable(headers.get("Content-Type"))
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("none");
        if (!content.has(type)) {
            return List.of(what + ": content type " + type);
        }
        if (!type.equals("application/json")) {
            return List.of();
        }
        try {
            JsonNode body = json(bytes.utf8());
            return check.violations(content.path(type).path("schema"), body).stream()
                    .map(each -> what + " " + each)
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(what + ": not JSON");
        }
    }

    /** Numbers digit by digit. */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
