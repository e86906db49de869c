package dev.xeroauth.accounting;

import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What all queries for lists have in common. Immutable. */
abstract class ListQuery {

    private final Map<String, String> parameters;
    private final @Nullable String ifModifiedSince;
    private final int pageSize;

    ListQuery(QueryBuilder<?, ?> builder) {
        this.parameters = builder.parameters();
        this.ifModifiedSince = builder.ifModifiedSince();
        this.pageSize = builder.pageSize();
    }

    final int pageSize() {
        return pageSize;
    }

    /** {@code page} always goes along: without it Xero leaves out the lines. */
    final Request.Builder request(HttpUrl list, int page) {
        HttpUrl.Builder url = list.newBuilder();
        parameters.forEach(url::addQueryParameter);
        url.addQueryParameter("page", String.valueOf(page));
        url.addQueryParameter("pageSize", String.valueOf(pageSize));
        Request.Builder request = new Request.Builder().url(url.build());
        return ifModifiedSince == null ? request : request.header("If-Modified-Since", ifModifiedSince);
    }

    /** Which filters are set, without what they are set to: that may be a customer's name. */
    @Override
    public final String toString() {
        return getClass().getSimpleName()
                + parameters.keySet()
                + (ifModifiedSince == null ? "" : " modified since " + ifModifiedSince);
    }
}
