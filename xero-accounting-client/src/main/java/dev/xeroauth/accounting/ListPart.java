package dev.xeroauth.accounting;

import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A query, or a part of it, that fits into one address.
 *
 * @param url with all of its filters
 * @param ifModifiedSince as it is sent
 * @param pageSize elements of a page
 */
record ListPart(HttpUrl url, @Nullable String ifModifiedSince, int pageSize) {

    /** {@code page} always goes along: without it Xero leaves out the lines. */
    Request.Builder request(int page) {
        Request.Builder request = new Request.Builder().url(page(page));
        return ifModifiedSince == null ? request : request.header("If-Modified-Since", ifModifiedSince);
    }

    HttpUrl page(int page) {
        return url.newBuilder()
                .addQueryParameter("page", String.valueOf(page))
                .addQueryParameter("pageSize", String.valueOf(pageSize))
                .build();
    }

    /** Without the filters, which may be a customer's name. */
    @Override
    public String toString() {
        return "ListPart[" + url.queryParameterNames() + "]";
    }
}
