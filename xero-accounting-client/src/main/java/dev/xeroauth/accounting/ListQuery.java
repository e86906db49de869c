package dev.xeroauth.accounting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What all queries for lists have in common. Immutable. */
abstract class ListQuery {

    private final Map<String, String> parameters;
    private final Map<String, List<String>> lists;
    private final @Nullable String ifModifiedSince;
    private final int pageSize;
    private final int unitDecimals;

    ListQuery(QueryBuilder<?, ?> builder) {
        this.parameters = builder.parameters();
        this.lists = builder.lists();
        this.ifModifiedSince = builder.ifModifiedSince();
        this.pageSize = builder.pageSize();
        this.unitDecimals = builder.unitDecimals();
    }

    /** Whether prices come with less decimals than they have. */
    final boolean roundsPrices() {
        return unitDecimals < UnitDecimals.MOST;
    }

    final int pageSize() {
        return pageSize;
    }

    /**
     * The query in parts that fit into an address each; mostly one.
     *
     * @param options their parameters have to fit as well; the parts do not hold them
     * @throws IllegalArgumentException if no part would fit
     */
    final ListParts parts(HttpUrl list, RequestOptions options) {
        HttpUrl.Builder url = list.newBuilder();
        parameters.forEach(url::addQueryParameter);
        UnitDecimals.of(unitDecimals, url);
        ListPart rest = new ListPart(url.build(), ifModifiedSince, pageSize);
        return UrlRoom.split(rest, options, lists);
    }

    /** Which filters are set, without what they are set to: that may be a customer's name. */
    @Override
    public final String toString() {
        Set<String> names = new LinkedHashSet<>(parameters.keySet());
        names.addAll(lists.keySet());
        return getClass().getSimpleName()
                + names
                + (ifModifiedSince == null ? "" : " modified since " + ifModifiedSince);
    }
}
