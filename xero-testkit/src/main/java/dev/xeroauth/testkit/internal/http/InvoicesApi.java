package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** {@code GET /Invoices} and {@code GET /Invoices/{id}}. */
final class InvoicesApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NOT_PLAYED = List.of("where", "order", "searchTerm", "createdByMyApp");
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_URL = 2048;

    private final Supplier<Instant> clock;

    InvoicesApi(Supplier<Instant> clock) {
        this.clock = clock;
    }

    Answer list(FakeOrganisation organisation, HttpUrl url, @Nullable String ifModifiedSince) {
        if (url.toString().length() > LONGEST_URL) {
            return Answer.text(404, "text/html", "<html><body>The resource cannot be found.</body></html>");
        }
        Optional<String> notPlayed =
                NOT_PLAYED.stream().filter(name -> isSet(url, name)).findFirst();
        if (notPlayed.isPresent()) {
            return Answer.text(501, "text/plain", "The fake does not play the parameter " + notPlayed.get());
        }
        List<FakeInvoice> found = organisation.invoices().stream()
                .filter(selected(url))
                .filter(changedSince(Dates.ifModifiedSince(ifModifiedSince)))
                .toList();
        boolean summary = "true".equalsIgnoreCase(url.queryParameter("summaryOnly"));
        String page = url.queryParameter("page");
        if (page == null) {
            Function<FakeInvoice, ObjectNode> form = summary ? InvoiceJson::summary : InvoiceJson::unpaged;
            return Answer.json(200, envelope(null, found.stream().map(form)));
        }
        int number = Math.max(1, number(page, 1));
        int size = Math.min(LARGEST_PAGE, Math.max(1, number(url.queryParameter("pageSize"), PAGE)));
        ObjectNode pagination = JSON.objectNode()
                .put("page", number)
                .put("pageSize", size)
                .put("pageCount", (found.size() + size - 1) / size)
                .put("itemCount", found.size());
        Function<FakeInvoice, ObjectNode> form =
                summary ? InvoiceJson::summary : each -> InvoiceJson.whole(each, unitPlaces(url));
        return Answer.json(
                200,
                envelope(
                        pagination,
                        found.stream().skip((number - 1L) * size).limit(size).map(form)));
    }

    /** By id or by number. */
    Answer get(FakeOrganisation organisation, String idOrNumber, HttpUrl url) {
        return organisation.invoices().stream()
                .filter(invoice -> invoice.id().toString().equalsIgnoreCase(idOrNumber)
                        || invoice.number().equals(idOrNumber))
                .findFirst()
                .map(invoice ->
                        Answer.json(200, envelope(null, Stream.of(InvoiceJson.whole(invoice, unitPlaces(url))))))
                .orElseGet(() -> Answer.text(404, "text/plain", "The resource you're looking for cannot be found"));
    }

    private static boolean isSet(HttpUrl url, String parameter) {
        String value = Objects.requireNonNullElse(url.queryParameter(parameter), "");
        return !value.isEmpty() && !value.equals("false");
    }

    private ObjectNode envelope(@Nullable ObjectNode pagination, Stream<ObjectNode> invoices) {
        ObjectNode root = JSON.objectNode()
                .put("Id", new UUID(0, clock.get().toEpochMilli()).toString())
                .put("Status", "OK")
                .put("ProviderName", "Fake Xero")
                .put("DateTimeUTC", "/Date(" + clock.get().toEpochMilli() + ")/");
        if (pagination != null) {
            root.set("pagination", pagination);
        }
        ArrayNode list = root.putArray("Invoices");
        invoices.forEach(list::add);
        return root;
    }

    private static Predicate<FakeInvoice> selected(HttpUrl url) {
        return oneOf(url, "Statuses", FakeInvoice::status)
                .and(oneOf(url, "IDs", invoice -> invoice.id().toString()))
                .and(oneOf(url, "InvoiceNumbers", FakeInvoice::number))
                .and(oneOf(url, "ContactIDs", invoice -> invoice.contactId().toString()));
    }

    private static Predicate<FakeInvoice> oneOf(HttpUrl url, String parameter, Function<FakeInvoice, String> field) {
        String list = url.queryParameter(parameter);
        if (list == null || list.isEmpty()) {
            return invoice -> true;
        }
        Set<String> wanted =
                Stream.of(list.split(",", -1)).map(InvoicesApi::plain).collect(Collectors.toSet());
        return invoice -> wanted.contains(plain(field.apply(invoice)));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Predicate<FakeInvoice> changedSince(Optional<Instant> since) {
        return invoice -> since.map(at -> !invoice.updatedAt().isBefore(at)).orElse(true);
    }

    /** Prices are rounded to cents unless the reader asks for four places. */
    private static int unitPlaces(HttpUrl url) {
        return "4".equals(url.queryParameter("unitdp")) ? 4 : 2;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
