package dev.xeroauth.internal.consent;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What a browser brings back from Xero (RFC 6749, sections 4.1.2 and 4.1.2.1). Its text form shows nothing.
 *
 * @param state what the consent began with
 * @param code to be exchanged
 * @param error Xero's error code
 */
public record Callback(Optional<String> state, Optional<String> code, Optional<String> error) {

    /** Reads the query, whatever the rest of the address is: behind a proxy it differs from the redirect URI. */
    public static Callback of(URI url) {
        HttpUrl query = new HttpUrl.Builder()
                .scheme("https")
                .host("callback")
                .encodedQuery(url.getRawQuery())
                .build();
        return new Callback(parameter(query, "state"), parameter(query, "code"), parameter(query, "error"));
    }

    private static Optional<String> parameter(HttpUrl query, String name) {
        return Optional.ofNullable(query.queryParameter(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "Callback[code=" + (code.isPresent() ? "yes" : "no") + ", error=" + (error.isPresent() ? "yes" : "no")
                + "]";
    }
}
