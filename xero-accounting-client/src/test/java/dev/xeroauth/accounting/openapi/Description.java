package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Xero's description of its accounting API, against which exchanges are held. For one thread. */
public final class Description {

    private static final List<String> SERVER = List.of("api.xro", "2.0");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private final List<Operation> operations = new ArrayList<>();
    private final Parameters parameters;
    private final Bodies bodies;

    private Description(JsonNode root) {
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(Operation.of(root, method, path.getKey()));
                    }
                }));
        this.parameters = new Parameters(new Schemas(root, Direction.REQUEST));
        this.bodies = new Bodies(root);
    }

    /** Reads the file; it fails where there is none. */
    public static Description accounting() throws IOException {
        return new Description(DescriptionFile.json());
    }

    /** Everything that is not as described, in words; empty if all is well. */
    public List<String> violations(Exchange exchange) {
        Optional<Operation> operation = operation(exchange);
        if (operation.isEmpty()) {
            return List.of(exchange + ": no such operation");
        }
        List<String> violations = new ArrayList<>();
        parameters
                .violations(operation.get(), exchange.sent(), variables(operation.get(), exchange))
                .forEach(violations::add);
        violations.addAll(bodies.ofRequest(operation.get(), exchange.sent()));
        violations.addAll(bodies.ofResponse(operation.get(), exchange.got()));
        return violations.stream()
                .map(each -> operation.get().name() + " " + exchange.got().status() + ": " + each)
                .toList();
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    Bodies bodies() {
        return bodies;
    }

    /** The one whose path fits best: fixed words before variables, ids before names. */
    Optional<Operation> operation(Exchange exchange) {
        return operations.stream()
                .filter(each -> each.method().equals(exchange.sent().method()))
                .filter(each -> each.variables(segments(exchange.sent().url())).isPresent())
                .min(Comparator.<Operation>comparingInt(
                                each -> variables(each, exchange).size())
                        .thenComparingInt(each -> parameters
                                .ofPath(each, variables(each, exchange))
                                .size())
                        .thenComparing(each -> each.path().contains("{FileName}")));
    }

    private static Map<String, String> variables(Operation operation, Exchange exchange) {
        return operation.variables(segments(exchange.sent().url())).orElseThrow();
    }

    private static List<String> segments(HttpUrl url) {
        List<String> segments = url.pathSegments();
        boolean served = segments.size() > SERVER.size()
                && segments.subList(0, SERVER.size()).equals(SERVER);
        return served ? segments.subList(SERVER.size(), segments.size()) : List.of();
    }
}
