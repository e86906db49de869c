package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The description's own examples of bodies in JSON. */
public final class Examples {

    /** One of them: of which operation, "request" or the status, and what it is an example of. */
    public record Example(Operation operation, String what, JsonNode schema, JsonNode body) {

        Direction direction() {
            return what.equals("request") ? Direction.REQUEST : Direction.RESPONSE;
        }

        /** As in {@code PUT /Invoices request} or {@code GET /Invoices 200}. */
        public String name() {
            return operation.name() + " " + what;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private final List<Example> all = new ArrayList<>();

    /** Of everything that the description has. */
    public Examples(Description description) {
        for (Operation operation : description.operations()) {
            add(operation, "request", operation.requestBody());
            operation.responses().forEach((status, response) -> add(operation, status, response));
        }
    }

    List<Example> all() {
        return List.copyOf(all);
    }

    /** Those that hold a list of this name, such as {@code Invoices}, in their envelope. */
    public List<Example> listing(String list) {
        return all.stream().filter(each -> each.body().path(list).isArray()).toList();
    }

    /**
     * What is lost when the elements of a list are read and written again, by example and element; only what lost
     * something is in it.
     */
    public Map<String, List<String>> lost(String list, UnaryOperator<String> readAndWritten) {
        Map<String, List<String>> lost = new TreeMap<>();
        for (Example example : listing(list)) {
            int index = 0;
            for (JsonNode element : example.body().path(list)) {
                List<String> differences =
                        Lossless.lost(element, Bodies.json(readAndWritten.apply(element.toString())));
                if (!differences.isEmpty()) {
                    lost.put(example.name() + " [" + index + "]", differences);
                }
                index++;
            }
        }
        return lost;
    }

    private void add(Operation operation, String what, JsonNode described) {
        JsonNode content = described.at("/content/application~1json");
        if (content.has("example")) {
            all.add(new Example(operation, what, content.path("schema"), content.path("example")));
        }
    }
}
