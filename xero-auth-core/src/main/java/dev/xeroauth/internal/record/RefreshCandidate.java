package dev.xeroauth.internal.record;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A refresh token that Xero may accept. Its text form does not show it.
 *
 * @param token what is presented
 * @param firstPresentedAt when it was first about to be presented; empty: never, so it is certainly not used up
 * @param presentations how often it was about to be presented
 */
public record RefreshCandidate(String token, Optional<Instant> firstPresentedAt, int presentations) {

    static RefreshCandidate fresh(String token) {
        return new RefreshCandidate(token, Optional.empty(), 0);
    }

    RefreshCandidate presented(Instant at) {
        return new RefreshCandidate(token, Optional.of(firstPresentedAt.orElse(at)), presentations + 1);
    }

    /** As before the last presentation, which never left this host. */
    RefreshCandidate notPresented() {
        int fewer = Math.max(0, presentations - 1);
        return new RefreshCandidate(token, fewer == 0 ? Optional.empty() : firstPresentedAt, fewer);
    }

    /** Answered with a success that named no successor: it stays what it was when new. */
    RefreshCandidate kept() {
        return fresh(token);
    }

    boolean is(String other) {
        return Objects.equals(token, other);
    }

    @Override
    public String toString() {
        return "RefreshCandidate[presentations=" + presentations + "]";
    }
}
