package dev.xeroauth.internal.http;

import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.json.Json;
import dev.xeroauth.internal.json.JsonObject;
import dev.xeroauth.internal.json.JsonValue;
import dev.xeroauth.spi.RefreshOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** What an answer of the token endpoint means. No part of a body goes into a reason but the error codes of RFC 6749. */
final class TokenAnswer {

    private static final long MAX_BODY = 256 * 1024;
    private static final Duration ASSUMED_LIFETIME = Duration.ofMinutes(5);
    private static final long LONGEST_CREDIBLE_SECONDS = Duration.ofDays(1).toSeconds();
    private static final long LONGEST_RETRY_AFTER_SECONDS = Duration.ofDays(2).toSeconds();
    private static final Set<String> APP_ERRORS = Set.of(
            "invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_request", "invalid_scope");

    private TokenAnswer() {}

    static RefreshOutcome read(Response response) throws IOException {
        int status = response.code();
        if (status == 429) {
            return new RefreshOutcome.Throttled(retryAfter(response.header("Retry-After")));
        }
        if (status == 200) {
            return issued(json(response));
        }
        if (status >= 400 && status < 500 && status != 408) {
            return refused(status, json(response).get("error").text().orElse(""));
        }
        return new RefreshOutcome.Ambiguous("status " + status);
    }

    private static RefreshOutcome issued(JsonObject body) {
        Optional<String> accessToken = text(body, "access_token");
        if (accessToken.isEmpty()) {
            return new RefreshOutcome.Ambiguous("status 200 without a readable access token");
        }
        return new RefreshOutcome.Issued(new TokenSet(
                accessToken.get(),
                text(body, "refresh_token"),
                lifetime(seconds(body.get("expires_in"))),
                words(body.get("scope").text().orElse("")),
                text(body, "id_token")));
    }

    private static Optional<String> text(JsonObject body, String name) {
        Optional<String> text = body.get(name).text();
        return text.isPresent() && text.get().isEmpty() ? Optional.empty() : text;
    }

    /** A number, or a text that is one; 0: it is none. */
    private static long seconds(JsonValue value) {
        try {
            return value.digits().isPresent()
                    ? (long) Double.parseDouble(value.digits().get())
                    : Long.parseLong(value.text().orElse("0").strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static RefreshOutcome refused(int status, String error) {
        if (error.equals("invalid_grant")) {
            return new RefreshOutcome.Refused(error);
        }
        return APP_ERRORS.contains(error)
                ? new RefreshOutcome.AppRejected(error)
                : new RefreshOutcome.Ambiguous("status " + status + " without a known error code");
    }

    private static Duration lifetime(long seconds) {
        return seconds > 0 && seconds <= LONGEST_CREDIBLE_SECONDS ? Duration.ofSeconds(seconds) : ASSUMED_LIFETIME;
    }

    /** The header's value in whole seconds; empty: there is none, or it is something else. */
    static Optional<Duration> retryAfter(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(header.strip());
        return Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_RETRY_AFTER_SECONDS)));
    }

    private static Set<String> words(String scope) {
        return scope.isBlank() ? Set.of() : Set.copyOf(List.of(scope.strip().split("\\s+", -1)));
    }

    /** The body as JSON; nothing if it is none, or absurdly long. Throws if it was cut off. */
    private static JsonObject json(Response response) throws IOException {
        BufferedSource source = response.body().source();
        return source.request(MAX_BODY) ? JsonObject.EMPTY : json(source.readUtf8());
    }

    private static JsonObject json(String body) {
        try {
            return Json.read(body).object().orElse(JsonObject.EMPTY);
        } catch (IOException e) {
            return JsonObject.EMPTY;
        }
    }
}
