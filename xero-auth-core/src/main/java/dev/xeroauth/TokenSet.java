package dev.xeroauth;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a token endpoint hands out (RFC 6749, section 5.1). Immutable; its text form shows no token.
 *
 * @param accessToken the Bearer token
 * @param refreshToken the successor of the presented refresh token; empty: the presented one goes on (RFC 6749, section 6)
 * @param lifetime how long the access token is valid from the moment it was asked for; 30 minutes at Xero
 * @param scopes what was granted; empty if the endpoint did not say
 * @param idToken the OpenID Connect ID token, if there was one
 */
public record TokenSet(
        String accessToken,
        Optional<String> refreshToken,
        Duration lifetime,
        Set<String> scopes,
        Optional<String> idToken) {

    /**
     * Copies the scopes.
     *
     * @param accessToken see {@link TokenSet}
     * @param refreshToken see {@link TokenSet}
     * @param lifetime see {@link TokenSet}
     * @param scopes see {@link TokenSet}
     * @param idToken see {@link TokenSet}
     */
    public TokenSet {
        scopes = Set.copyOf(scopes);
    }

    /**
     * A refresh token alone, to be imported: its access token is not known, or over.
     *
     * @param refreshToken as it was kept elsewhere
     * @return tokens without an access token
     */
    public static TokenSet ofRefreshToken(String refreshToken) {
        return new TokenSet("", Optional.of(refreshToken), Duration.ZERO, Set.of(), Optional.empty());
    }

    @Override
    public String toString() {
        return "TokenSet[lifetime=" + lifetime + ", refreshToken=" + (refreshToken.isPresent() ? "yes" : "no")
                + ", scopes=" + scopes + "]";
    }
}
