package dev.xeroauth.internal.protocol;

import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.record.IssuedAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a presentation gave.
 *
 * @param access the access token
 * @param refreshToken the successor; empty, or the presented token itself: that one goes on
 */
public record Issue(IssuedAccess access, Optional<String> refreshToken) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration ASSUMED = Duration.ofMinutes(5);

    /**
     * What callers get of an answer. It is refreshed after half to three quarters of its life, so that tokens that were
     * issued together are not refreshed together. An absurd lifetime counts as five minutes.
     *
     * @param asked when the presentation was allowed, from which the lifetime counts
     */
    public static Issue of(TokenSet tokens, Moment asked, Draw draw) {
        boolean credible =
                tokens.lifetime().compareTo(SHORTEST) >= 0 && tokens.lifetime().compareTo(LONGEST) <= 0;
        Duration lifetime = credible ? tokens.lifetime() : ASSUMED;
        Duration half = lifetime.dividedBy(2);
        Instant refreshAt = asked.now().plus(draw.between(half, half.plus(half.dividedBy(2))));
        return new Issue(
                new IssuedAccess(tokens.accessToken(), asked.now(), lifetime, refreshAt), tokens.refreshToken());
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return "Issue[refreshToken=" + (refreshToken.isPresent() ? "yes" : "no") + "]";
    }
}
