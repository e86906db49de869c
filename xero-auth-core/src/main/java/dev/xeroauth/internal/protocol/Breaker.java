package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether Xero accepts the application at all. A client secret that was changed must not cost a call for each grant, nor
 * touch any of them: while it is open, one refresh in ten seconds finds out whether the operator has mended it. Immutable.
 *
 * @param rejected the grants for which the application was rejected since the last success
 * @param error what Xero said last
 * @param open whether nobody is to ask
 * @param nextProbeNanos when somebody may ask all the same, by this process's counter
 */
public record Breaker(Set<GrantId> rejected, String error, boolean open, long nextProbeNanos) {

    /** Nothing speaks against asking. */
    public static final Breaker CLOSED = new Breaker(Set.of(), "", false, 0);

    private static final String WRONG_CREDENTIALS = "invalid_client";
    private static final int ENOUGH_GRANTS = 3;
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(10);

    /** Copies the set. */
    public Breaker {
        rejected = Set.copyOf(rejected);
    }

    /** Whether an error is about the application and cannot be about one grant. */
    static boolean isAboutTheApp(String error) {
        return error.equals(WRONG_CREDENTIALS);
    }

    /** What an answer to a refresh of this grant tells about the application. */
    public Breaker after(GrantId grant, RefreshOutcome outcome, Moment at) {
        if (outcome instanceof RefreshOutcome.Issued || outcome instanceof RefreshOutcome.Refused) {
            return CLOSED;
        }
        if (!(outcome instanceof RefreshOutcome.AppRejected app)) {
            return this;
        }
        Set<GrantId> more = new HashSet<>(rejected);
        more.add(grant);
        boolean opens = open || isAboutTheApp(app.error()) || more.size() >= ENOUGH_GRANTS;
        return new Breaker(more, app.error(), opens, at.nanos() + BETWEEN_PROBES.toNanos());
    }

    /** Why nobody is to ask now, if so. */
    public Optional<Rejection> at(Moment now) {
        Duration left = Duration.ofNanos(nextProbeNanos - now.nanos());
        return open && !left.isNegative() && !left.isZero()
                ? Optional.of(new Rejection(error, now.now().plus(left)))
                : Optional.empty();
    }

    /** Somebody asks, to find out; the others wait. */
    public Breaker probed(Moment at) {
        return open ? new Breaker(rejected, error, true, at.nanos() + BETWEEN_PROBES.toNanos()) : this;
    }
}
