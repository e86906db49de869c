package dev.xeroauth.testkit.internal.identity;

import java.time.Instant;

/**
 * What the token endpoint hands out at once.
 *
 * @param refused whether the API has been told to refuse the access token
 */
public record Pair(String accessToken, String refreshToken, Instant expiresAt, boolean refused) {

    Pair refusedByApi() {
        return new Pair(accessToken, refreshToken, expiresAt, true);
    }

    @Override
    public String toString() {
        return "Pair[expiresAt=" + expiresAt + "]";
    }
}
