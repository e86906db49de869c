package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.json.Envelope;
import java.util.UUID;
import java.util.function.Consumer;
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

    private static final int LONGEST_URL = 2048;

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
     * @throws IllegalArgumentException if the query is too long for one address
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
     * @throws IllegalArgumentException if the query is too long for one address
     */
    public final PagedIterable<M> list(Q query) {
        int length = query.request(path().build(), 1).build().url().toString().length();
        if (length > LONGEST_URL) {
            throw new IllegalArgumentException("The query makes an address of " + length
                    + " characters, and Xero fails above " + LONGEST_URL + ": ask in parts");
        }
        return new PagedIterable<>(number -> page(query, number), query.pageSize());
    }

    /**
     * One of them, with everything that Xero has of it.
     *
     * @param id Xero's id
     * @return the object
     * @throws NotFoundException if this tenant has none with that id
     */
    public final M get(UUID id) {
        HttpUrl url = path().addPathSegment(id.toString()).build();
        return calls.get("GET " + resource.name() + "/{id}", new Request.Builder().url(url), resource::readOne);
    }

    private Page<M> page(Q query, int number) {
        Envelope<M> list =
                calls.get("GET " + resource.name(), query.request(path().build(), number), resource::readList);
        return new Page<>(number, list.elements(), list.pagination());
    }

    private HttpUrl.Builder path() {
        return calls.accounting().newBuilder().addPathSegment(resource.name());
    }
}
