package dev.xeroauth.internal.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The access token of a grant. Its text form does not show it.
 *
 * @param token the Bearer token
 * @param obtainedAt when it was asked for
 * @param lifetime how long it is valid from then on
 * @param refreshAt from when on it is replaced behind its callers' backs; fixed when it is saved, so that every process
 *     agrees
 */
public record IssuedAccess(String token, Instant obtainedAt, Duration lifetime, Instant refreshAt) {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    /**
     * Until when it is handed out: a minute before its end, for queues on the way to Xero; less for one that lives only
     * minutes.
     */
    public Instant usableUntil() {
        Duration quarter = lifetime.dividedBy(4);
        return expiresAt().minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
    }

    /** The same, replaced at this time at the latest, so that whoever asks for it makes the doubt go away. */
    public IssuedAccess refreshedBy(Optional<Instant> latest) {
        boolean isEarlier = latest.isPresent() && refreshAt.isAfter(latest.get());
        return new IssuedAccess(token, obtainedAt, lifetime, isEarlier ? latest.get() : refreshAt);
    }

    /** When Xero stops accepting it. */
    public Instant expiresAt() {
        return obtainedAt.plus(lifetime);
    }

    @Override
    public String toString() {
        return "IssuedAccess[obtainedAt=" + obtainedAt + ", lifetime=" + lifetime + "]";
    }
}
