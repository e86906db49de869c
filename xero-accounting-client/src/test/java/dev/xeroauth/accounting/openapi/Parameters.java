package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** What goes along with a request beside its body. */
final class Parameters {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_KEY = 128;
    /** Described as a moment with an offset, which Xero silently ignores; it reads whole seconds without one. */
    private static final String MODIFIED_SINCE = "If-Modified-Since";

    private final Schemas schemas;

    Parameters(Schemas schemas) {
        this.schemas = schemas;
    }

    List<String> violations(Operation operation, Exchange.Sent sent, Map<String, String> variables) {
        List<String> violations = new ArrayList<>(ofPath(operation, variables));
        violations.addAll(ofQuery(operation, sent.url()));
        violations.addAll(ofHeaders(operation, sent.headers()));
        return violations;
    }

    List<String> ofPath(Operation operation, Map<String, String> variables) {
        return operation.parameters("path").stream()
                .flatMap(each -> wrong(each, variables.get(name(each))).stream())
                .toList();
    }

    private List<String> ofQuery(Operation operation, HttpUrl url) {
        List<JsonNode> described = operation.parameters("query");
        List<String> violations = new ArrayList<>();
        for (String name : url.queryParameterNames()) {
            if (described.stream().noneMatch(each -> name(each).equals(name))) {
                violations.add("query parameter " + name + ": unknown");
            } else if (url.queryParameterValues(name).size() > 1) {
                violations.add("query parameter " + name + ": more than once");
            }
        }
        described.forEach(each -> violations.addAll(wrong(each, url.queryParameter(name(each)))));
        return violations;
    }

    private List<String> ofHeaders(Operation operation, Headers headers) {
        List<String> violations = new ArrayList<>();
        for (JsonNode each : operation.parameters("header")) {
            String value = headers.get(name(each));
            if (name(each).equals(MODIFIED_SINCE)) {
                if (value != null && !value.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}")) {
                    violations.add("header " + MODIFIED_SINCE + ": not yyyy-MM-ddTHH:mm:ss");
                }
            } else {
                violations.addAll(wrong(each, value));
            }
        }
        violations.addAll(ofKey(operation, headers));
        return violations;
    }

    private static List<String> ofKey(Operation operation, Headers headers) {
        String key = headers.get("Idempotency-Key");
        boolean described = operation.parameters("header").stream()
                .anyMatch(each -> name(each).equals("Idempotency-Key"));
        if (key == null) {
            return described ? List.of("header Idempotency-Key: missing, and a write needs one to be safe") : List.of();
        }
        if (!described) {
            return List.of("header Idempotency-Key: unknown here");
        }
        return key.isBlank() || key.length() > LONGEST_KEY
                ? List.of("header Idempotency-Key: not 1 to 128 characters")
                : List.of();
    }

    private List<String> wrong(JsonNode parameter, String value) {
        String called = parameter.path("in").asText() + " parameter " + name(parameter);
        if (value == null) {
            return parameter.path("required").asBoolean() ? List.of(called + ": missing") : List.of();
        }
        return schemas.violations(parameter.path("schema"), typed(parameter.path("schema"), value)).stream()
                .limit(1)
                .map(first -> called + first)
                .toList();
    }

    /** As the schema would have it, if the text can be read so. */
    private static JsonNode typed(JsonNode schema, String text) {
        switch (schema.path("type").asText()) {
            case "integer" -> {
                return text.matches("-?\\d+") ? JSON.numberNode(new BigInteger(text)) : JSON.textNode(text);
            }
            case "boolean" -> {
                return Set.of("true", "false").contains(text)
                        ? JSON.booleanNode(Boolean.parseBoolean(text))
                        : JSON.textNode(text);
            }
            case "array" -> {
                ArrayNode array = JSON.arrayNode();
                List.of(text.split(",", -1)).forEach(each -> array.add(typed(schema.path("items"), each)));
                return array;
            }
            default -> {
                return JSON.textNode(text);
            }
        }
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }
}
