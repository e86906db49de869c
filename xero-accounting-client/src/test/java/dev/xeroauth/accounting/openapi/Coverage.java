package dev.xeroauth.accounting.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which operations of some resources a run has exercised: asked for, and been answered with success. */
public final class Coverage {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    private final Description description;
    private final List<Exchange> exchanges;
    private final List<Operation> described;

    /** Of all paths that begin with one of the resources, as in {@code Invoices}. */
    public Coverage(Description description, List<Exchange> exchanges, Set<String> resources) {
        this.description = description;
        this.exchanges = List.copyOf(exchanges);
        this.described = description.operations().stream()
                .filter(each -> resources.contains(each.path().split("/", -1)[1]))
                .toList();
    }

    /** Every violation of every exchange. */
    public List<String> violations() {
        return exchanges.stream()
                .flatMap(each -> description.violations(each).stream())
                .distinct()
                .toList();
    }

    /**
     * Operations that were not exercised although nobody said why, and reasons that hold no longer.
     *
     * @param excepted names of operations, as in {@code GET /Invoices/{InvoiceID}/pdf}, with the reason each
     */
    public List<String> gaps(Map<String, String> excepted) {
        Set<String> exercised = exercised();
        List<String> gaps = new ArrayList<>();
        described.stream()
                .map(Operation::name)
                .filter(name -> !exercised.contains(name) && !excepted.containsKey(name))
                .forEach(name -> gaps.add(name + ": not exercised"));
        new TreeSet<>(excepted.keySet())
                .stream()
                        .filter(name -> exercised.contains(name)
                                || described.stream()
                                        .noneMatch(each -> each.name().equals(name)))
                        .forEach(name -> gaps.add(name + ": excepted, but exercised or not there"));
        return gaps;
    }

    /** Query parameters of one operation that no request had. */
    public Set<String> parametersNotSent(String operation) {
        Set<String> names = new TreeSet<>();
        described.stream()
                .filter(each -> each.name().equals(operation))
                .flatMap(each -> each.parameters("query").stream())
                .forEach(each -> names.add(each.path("name").asText()));
        exchanges.stream()
                .filter(each -> description
                        .operation(each)
                        .map(Operation::name)
                        .filter(operation::equals)
                        .isPresent())
                .forEach(each -> names.removeAll(each.sent().url().queryParameterNames()));
        return names;
    }

    /** What the run was, in one line. */
    public String line() {
        long answers = exchanges.stream().filter(Coverage::isSuccess).count();
        return "openapi: operations=" + exercised().size() + "/" + described.size() + " requests=" + exchanges.size()
                + " responses=" + answers + " violations=" + violations().size();
    }

    private Set<String> exercised() {
        Set<String> names = new TreeSet<>();
        exchanges.stream()
                .filter(Coverage::isSuccess)
                .forEach(
                        each -> description.operation(each).map(Operation::name).ifPresent(names::add));
        return names;
    }

    private static boolean isSuccess(Exchange exchange) {
        int status = exchange.got().status();
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
    }
}
