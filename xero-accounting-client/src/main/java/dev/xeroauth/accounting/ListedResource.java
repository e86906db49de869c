package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.json.Envelope;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * What a resource can do that is listed in pages and got by its id.
 *
 * @param <M> the model
 * @param <Q> its query
 * @param <B> the builder of its query
 */
abstract class ListedResource<M, Q extends ListQuery, B extends QueryBuilder<Q, B>> {

    private final ApiCalls calls;
    private final Resource<M> resource;
    private final Supplier<B> queries;

    ListedResource(ApiCalls calls, Resource<M> resource, Supplier<B> queries) {
        this.calls = calls;
        this.resource = resource;
        this.queries = queries;
    }

    /**
     * All of them.
     *
     * @return a list that asks Xero when it is used
     */
    public final PagedIterable<M> list() {
        return list(queries.get().build());
    }

    /**
     * Those that a query selects, as in {@code list(q -> q.modifiedSince(yesterday))}.
     *
     * @param filters sets up the query
     * @return a list that asks Xero when it is used
     * @throws IllegalArgumentException if the query without its lists is too long for one address, with
     *     the parameters of the options
     */
    public final PagedIterable<M> list(Consumer<B> filters) {
        B builder = queries.get();
        filters.accept(builder);
        return list(builder.build());
    }

    /**
     * Those that a query selects.
     *
     * @param query may be used again
     * @return a list that asks Xero when it is used
     * @throws IllegalArgumentException if the query without its lists is too long for one address, with
     *     the parameters of the options
     */
    public final PagedIterable<M> list(Q query) {
        ListParts parts = query.parts(path().build(), calls.options());
        BodyReader<Envelope<M>> reader = query.roundsPrices() ? resource::readRoundedList : resource::readList;
        return new PagedIterable<>(() -> pages(parts.iterator(), reader), query.pageSize());
    }

    /**
     * One of them, with everything that Xero has of it.
     *
     * @param id Xero's id
     * @return the object
     * @throws NotFoundException if this tenant has none with that id
     */
    public final M get(UUID id) {
        HttpUrl url = UnitDecimals.most(path().addPathSegment(id.toString())).build();
        return calls.get("GET " + resource.name() + "/{id}", new Request.Builder().url(url), resource::readOne);
    }

    private Iterator<IntFunction<Page<M>>> pages(Iterator<ListPart> parts, BodyReader<Envelope<M>> reader) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parts.hasNext();
            }

            @Override
            public IntFunction<Page<M>> next() {
                ListPart part = parts.next();
                return number -> page(part, number, reader);
            }
        };
    }

    private Page<M> page(ListPart part, int number, BodyReader<Envelope<M>> reader) {
        Envelope<M> list = calls.get("GET " + resource.name(), part.request(number), reader);
        return new Page<>(number, list.elements(), list.pagination());
    }

    final ApiCalls calls() {
        return calls;
    }

    final HttpUrl.Builder path() {
        return calls.accounting().newBuilder().addPathSegment(resource.name());
    }
}
