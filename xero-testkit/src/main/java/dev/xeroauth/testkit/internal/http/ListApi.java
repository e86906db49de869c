package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Dates;
import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Paths;
import dev.xeroauth.testkit.internal.books.Records;
import dev.xeroauth.testkit.internal.books.Resource;
import dev.xeroauth.testkit.internal.books.Trees;
import dev.xeroauth.testkit.internal.filter.FilterException;
import dev.xeroauth.testkit.internal.filter.Names;
import dev.xeroauth.testkit.internal.filter.Order;
import dev.xeroauth.testkit.internal.filter.Where;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of documents. */
final class ListApi {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_URL = 2048;

    private ListApi() {}

    static Answer list(Call call) {
        if (call.url().toString().length() > LONGEST_URL) {
            return Answer.text(404, "text/html", "<html><body>The resource cannot be found.</body></html>");
        }
        Optional<String> unknown = unknown(call);
        if (unknown.isPresent()) {
            return Answer.text(501, "text/plain", "This resource does not know the parameter " + unknown.get());
        }
        Records records = call.organisation().records();
        try {
            return list(call, records, found(call, records));
        } catch (FilterException e) {
            return Problems.queryParse(String.valueOf(e.getMessage()));
        }
    }

    private static Answer list(Call call, Records records, List<Document> found) {
        DocumentJson json = new DocumentJson(records, call.unitPlaces());
        boolean summary = call.isTrue("summaryOnly");
        String name = call.resource().name();
        Instant now = call.organisation().now();
        if (call.parameter("page").isEmpty()) {
            return Envelope.of(now, name, found.stream().map(summary ? json::summary : json::unpaged));
        }
        int number = Math.max(1, number(call.parameter("page"), 1));
        int size = Math.min(LARGEST_PAGE, Math.max(1, number(call.parameter("pageSize"), PAGE)));
        ObjectNode pagination = Trees.JSON
                .objectNode()
                .put("page", number)
                .put("pageSize", size)
                .put("pageCount", (found.size() + size - 1) / size)
                .put("itemCount", found.size());
        Function<Document, ObjectNode> form = summary ? json::summary : json::whole;
        return Envelope.of(
                now,
                pagination,
                name,
                found.stream().skip((number - 1L) * size).limit(size).map(form));
    }

    /** An answer that ignores a filter makes a wrong test pass. */
    private static Optional<String> unknown(Call call) {
        return Resource.all().stream()
                .flatMap(other -> Stream.concat(other.filters().keySet().stream(), other.flags().stream()))
                .filter(name -> !call.resource().filters().containsKey(name)
                        && !call.resource().flags().contains(name))
                .filter(name ->
                        !call.parameter(name).isEmpty() && !call.parameter(name).equals("false"))
                .findFirst();
    }

    private static List<Document> found(Call call, Records records) {
        Paths paths = new Paths(call.resource());
        Predicate<Document> wanted = changedSince(Dates.ifModifiedSince(call.header("If-Modified-Since")));
        for (Map.Entry<String, String> filter : call.resource().filters().entrySet()) {
            wanted = wanted.and(oneOf(call.parameter(filter.getKey()), filter.getValue()));
        }
        if (call.isTrue("createdByMyApp")) {
            wanted = wanted.and(document -> call.clientId().equals(document.madeBy()));
        }
        if (!call.parameter("searchTerm").isEmpty()) {
            wanted = wanted.and(searched(plain(call.parameter("searchTerm")), records));
        }
        if (!call.parameter("where").isBlank()) {
            Predicate<Names.Values> where = Where.read(call.parameter("where"), paths);
            wanted = wanted.and(document -> where.test(paths.of(document, records)));
        }
        Stream<Document> found = records.all(call.resource()).stream().filter(wanted);
        if (!call.parameter("order").isBlank()) {
            Comparator<Names.Values> order = Order.read(call.parameter("order"), paths);
            found = found.sorted((one, other) -> order.compare(paths.of(one, records), paths.of(other, records)));
        }
        return found.toList();
    }

    private static Predicate<Document> oneOf(String list, String path) {
        if (list.isEmpty()) {
            return document -> true;
        }
        Set<String> wanted = Stream.of(list.split(",", -1)).map(ListApi::plain).collect(Collectors.toSet());
        String pointer = "/" + path.replace('.', '/');
        return document -> wanted.contains(plain(document.tree().at(pointer).asText("")));
    }

    private static Predicate<Document> searched(String term, Records records) {
        return document -> Stream.of(
                        document.text("InvoiceNumber"),
                        document.text("Reference"),
                        records.contacts().name(document.contactId()),
                        document.text("Total"))
                .anyMatch(text -> plain(text).contains(term));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Predicate<Document> changedSince(Optional<Instant> since) {
        return document -> since.map(at -> !document.updatedAt().isBefore(at)).orElse(true);
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
