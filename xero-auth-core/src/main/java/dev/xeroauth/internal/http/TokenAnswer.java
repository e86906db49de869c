package dev.xeroauth.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.xeroauth.TokenSet;
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

    private static final ObjectMapper JSON = new ObjectMapper();
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
            return refused(status, json(response).path("error").asText());
        }
        return new RefreshOutcome.Ambiguous("status " + status);
    }

    private static RefreshOutcome issued(JsonNode body) {
        String accessToken = text(body, "access_token").orElse("");
        if (accessToken.isEmpty()) {
            return new RefreshOutcome.Ambiguous("status 200 without a readable access token");
        }
        Set<String> scopes = text(body, "scope").map(TokenAnswer::words).orElse(Set.of());
        return new RefreshOutcome.Issued(new TokenSet(
                accessToken,
                text(body, "refresh_token"),
                lifetime(body.path("expires_in")),
                scopes,
                text(body, "id_token")));
    }

    private static RefreshOutcome refused(int status, String error) {
        if (error.equals("invalid_grant")) {
            return new RefreshOutcome.Refused(error);
        }
        return APP_ERRORS.contains(error)
                ? new RefreshOutcome.AppRejected(error)
                : new RefreshOutcome.Ambiguous("status " + status + " without a known error code");
    }

    private static Duration lifetime(JsonNode expiresIn) {
        long seconds = expiresIn.asLong(0);
        return seconds > 0 && seconds <= LONGEST_CREDIBLE_SECONDS ? Duration.ofSeconds(seconds) : ASSUMED_LIFETIME;
    }

    private static Optional<Duration> retryAfter(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(header.strip());
        return Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_RETRY_AFTER_SECONDS)));
    }

    private static Set<String> words(String scope) {
        return scope.isBlank() ? Set.of() : Set.copyOf(List.of(scope.strip().split("\\s+", -1)));
    }

    private static Optional<String> text(JsonNode body, String field) {
        JsonNode node = body.path(field);
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** The body as JSON; a missing node if it is none, or absurdly long. Throws if it was cut off. */
    private static JsonNode json(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MAX_BODY)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(source.readUtf8());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
