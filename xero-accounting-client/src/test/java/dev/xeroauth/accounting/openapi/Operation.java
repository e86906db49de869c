package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What may be done at one path by one method; all references but those to schemas are followed. */
record Operation(
        String method, String path, List<JsonNode> parameters, JsonNode requestBody, Map<String, JsonNode> responses) {

    static Operation of(JsonNode root, String method, String path) {
        JsonNode item = root.path("paths").path(path);
        JsonNode described = item.path(method);
        List<JsonNode> parameters = Stream.of(item, described)
                .flatMap(each -> stream(each.path("parameters")))
                .map(each -> followed(root, each))
                .toList();
        Map<String, JsonNode> responses = new LinkedHashMap<>();
        described
                .path("responses")
                .properties()
                .forEach(each -> responses.put(each.getKey(), followed(root, each.getValue())));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                followed(root, described.path("requestBody")),
                responses);
    }

    /** As in {@code GET /Invoices/{InvoiceID}}. */
    String name() {
        return method + " " + path;
    }

    List<JsonNode> parameters(String in) {
        return parameters.stream()
                .filter(each -> each.path("in").asText().equals(in))
                .toList();
    }

    /** The values of the path's variables, if it is this path. */
    Optional<Map<String, String>> variables(List<String> segments) {
        List<String> template = List.of(path.substring(1).split("/", -1));
        if (template.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String step = template.get(i);
            if (step.startsWith("{")) {
                values.put(step.substring(1, step.length() - 1), segments.get(i));
            } else if (!step.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static JsonNode followed(JsonNode root, JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? root.at(reference.asText().substring(1)) : node;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
