package dev.xeroauth.internal.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token that Xero may accept. Its text form does not show it.
 *
 * @param token what is presented
 * @param parent the fingerprint of the token whose presentation gave it; empty: a consent gave it
 * @param firstPresentedAt when it was first about to be presented; empty: never, so it is certainly not used up
 * @param lastPresentedAt when it was last about to be presented: for two minutes a copy of that request may be travelling
 * @param presentations how often it was about to be presented
 */
public record RefreshCandidate(
        String token,
        Optional<String> parent,
        Optional<Instant> firstPresentedAt,
        Optional<Instant> lastPresentedAt,
        int presentations) {

    /** One that a consent gave. */
    public static RefreshCandidate ofConsent(String token) {
        return new RefreshCandidate(token, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** One that was given for this one. */
    public RefreshCandidate successor(String next) {
        return new RefreshCandidate(next, Optional.of(fingerprint()), Optional.empty(), Optional.empty(), 0);
    }

    /** About to be presented. */
    public RefreshCandidate presented(Instant at) {
        return new RefreshCandidate(
                token, parent, Optional.of(firstPresentedAt.orElse(at)), Optional.of(at), presentations + 1);
    }

    /** Answered with a success that named no successor: it stays what it was when new. */
    public RefreshCandidate kept() {
        return new RefreshCandidate(token, parent, Optional.empty(), Optional.empty(), 0);
    }

    /** The same token as another record knows it: every presentation that either tells of counts. */
    public RefreshCandidate and(RefreshCandidate other) {
        return new RefreshCandidate(
                token,
                parent,
                Stream.of(firstPresentedAt, other.firstPresentedAt)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()),
                Stream.of(lastPresentedAt, other.lastPresentedAt)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()),
                Math.max(presentations, other.presentations));
    }

    /** The same token, of whose presentations the other record knows none: both count. */
    public RefreshCandidate plus(RefreshCandidate other) {
        RefreshCandidate both = and(other);
        return new RefreshCandidate(
                token, parent, both.firstPresentedAt, both.lastPresentedAt, presentations + other.presentations);
    }

    /** What a successor remembers of it. */
    public String fingerprint() {
        return Fingerprint.of(token);
    }

    /** Whether this is that token. */
    public boolean is(String other) {
        return token.equals(other);
    }

    // Written out: what a record brings is put together when it is first called, of a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RefreshCandidate that
                && token.equals(that.token)
                && parent.equals(that.parent)
                && firstPresentedAt.equals(that.firstPresentedAt)
                && lastPresentedAt.equals(that.lastPresentedAt)
                && presentations == that.presentations;
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return "RefreshCandidate[presentations=" + presentations + "]";
    }
}
