package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.internal.sync.BrokenPremiseException;
import dev.xeroauth.accounting.internal.sync.Hashes;
import dev.xeroauth.accounting.internal.sync.Row;
import dev.xeroauth.accounting.internal.sync.Snapshot;
import dev.xeroauth.accounting.internal.sync.Window;
import dev.xeroauth.accounting.model.Pagination;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a sync asks for. Thread-safe.
 *
 * @param url of the list, with what does not change from page to page
 */
record SyncPages<T>(ApiCalls calls, Synced<T> synced, HttpUrl url) {

    /** With one of these a document could leave the list, or the list be in another order. */
    private static final List<String> FILTERS = List.of(
            "If-Modified-Since",
            "where",
            "order",
            "IDs",
            "InvoiceNumbers",
            "ContactIDs",
            "Statuses",
            "searchTerm",
            "createdByMyApp",
            "includeArchived");

    static <T> SyncPages<T> of(ApiCalls calls, Synced<T> synced, SyncOptions options) {
        FILTERS.forEach(name -> Settable.requireUnset(name, !calls.options().sets(name)));
        HttpUrl.Builder url = UnitDecimals.most(
                calls.accounting().newBuilder().addPathSegment(synced.resource().name()));
        synced.parameters().forEach(url::addQueryParameter);
        if (options.wantsSummaries()) {
            if (!synced.hasSummaries()) {
                throw new IllegalArgumentException(
                        "Xero has no summaries of " + synced.resource().name() + ": leave out summaryOnly");
            }
            url.addQueryParameter("summaryOnly", "true");
        }
        return new SyncPages<>(calls, synced, url.build());
    }

    /** Tells the list from others without naming it. */
    long list() {
        return Hashes.of(synced.resource().name() + "\n" + Objects.requireNonNullElse(calls.tenantId(), ""));
    }

    Answer<Snapshot<T>> read(Window window) {
        String since = window.anchor() == Window.EVERYTHING
                ? null
                : QueryBuilder.ifModifiedSince(Instant.ofEpochMilli(window.anchor()));
        ListPart part = new ListPart(url, since, window.size());
        Answer<Envelope<T>> answer = calls.get(
                "GET " + synced.resource().name(),
                part.request(window.page()),
                BodyReader.withHead(synced.resource()::readList));
        try {
            return new Answer<>(answer.head(), snapshot(answer, window));
        } catch (BrokenPremiseException e) {
            throw unsyncable(answer.head(), e);
        }
    }

    static UnsyncableAnswerException unsyncable(AnswerHead head, BrokenPremiseException e) {
        return new UnsyncableAnswerException(head, Objects.requireNonNullElse(e.getMessage(), ""));
    }

    private Snapshot<T> snapshot(Answer<Envelope<T>> answer, Window window) {
        Envelope<T> list = answer.body();
        Instant servedAt = list.servedAt()
                .filter(SyncPages::isReadable)
                .or(() -> Optional.ofNullable(answer.head().date()))
                .orElseThrow(() -> new BrokenPremiseException("neither DateTimeUTC nor Date says when it was made"));
        return new Snapshot<>(
                list.elements().stream().map(this::row).toList(),
                itemCount(list.pagination(), window),
                servedAt.toEpochMilli(),
                answer.head().tookMillis());
    }

    private static long itemCount(@Nullable Pagination pagination, Window window) {
        if (pagination == null) {
            return Snapshot.UNCOUNTED;
        }
        boolean asAsked = is(window.page(), pagination.page()) && is(window.size(), pagination.pageSize());
        if (!asAsked) {
            throw new BrokenPremiseException("it is another page than was asked for");
        }
        return pagination.itemCount().map(Integer::longValue).orElse(Snapshot.UNCOUNTED);
    }

    private static boolean is(int asked, Optional<Integer> said) {
        return said.filter(number -> number != asked).isEmpty();
    }

    private Row<T> row(T element) {
        return new Row<>(
                element,
                known(element, synced.id(), "id"),
                known(element, synced.updated(), "UpdatedDateUTC").toEpochMilli(),
                () -> synced.content().apply(element));
    }

    private static <T, V> V known(T element, Function<T, Optional<V>> field, String name) {
        return field.apply(element)
                .filter(SyncPages::isReadable)
                .orElseThrow(() -> new BrokenPremiseException("a document of it has no " + name + " that can be read"));
    }

    /** Years that Xero cannot be asked about would end the walk at a request of its own. */
    private static boolean isReadable(Object value) {
        return !(value instanceof Instant moment) || Literals.isReadable(moment);
    }
}
