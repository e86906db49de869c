package dev.xeroauth.internal.engine;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Xero gave a custom connection no token, and is left alone for a while. Immutable.
 *
 * @param failures how many there were in a row
 * @param failure for everybody who asks meanwhile
 * @param untilNanos by this process's own counter
 */
record Setback(int failures, Result.Failed failure, long untilNanos) {

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);
    /** An operator mends it, and wants to see that soon. */
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(10);

    private static final int MOST_DOUBLINGS = 20;

    /**
     * What an answer without a token leads to.
     *
     * @param before the one before it, if none was issued since
     * @param at when it arrived
     * @param share chance, at least 0 and less than 1
     */
    static Setback after(@Nullable Setback before, RefreshOutcome outcome, Moment at, double share) {
        int failures = before == null ? 1 : before.failures + 1;
        Duration pause = pause(outcome, failures, share);
        Instant next = at.now().plus(pause);
        return new Setback(failures, failure(outcome, next), at.nanos() + pause.toNanos());
    }

    boolean counts(long nanos) {
        return nanos - untilNanos < 0;
    }

    private static Duration pause(RefreshOutcome outcome, int failures, double share) {
        if (outcome instanceof RefreshOutcome.AppRejected || outcome instanceof RefreshOutcome.Refused) {
            return BETWEEN_PROBES;
        }
        if (outcome instanceof RefreshOutcome.Throttled throttled
                && throttled.retryAfter().isPresent()) {
            return throttled.retryAfter().get();
        }
        Duration doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration longest = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
        return Duration.ofMillis(1 + (long) (longest.toMillis() * share));
    }

    private static Result.Failed failure(RefreshOutcome outcome, Instant next) {
        if (outcome instanceof RefreshOutcome.AppRejected rejected) {
            return rejected(rejected.error(), next);
        }
        if (outcome instanceof RefreshOutcome.Refused refused) {
            return rejected(refused.reason(), next);
        }
        String reason = reason(outcome);
        return new Result.Failed(
                () -> TokenUnavailableException.ofCustomConnection(reason, next, null), Optional.of(next));
    }

    private static Result.Failed rejected(String error, Instant next) {
        return new Result.Failed(() -> AppRejectedException.ofCustomConnection(error), Optional.of(next));
    }

    private static String reason(RefreshOutcome outcome) {
        if (outcome instanceof RefreshOutcome.NotSent notSent) {
            return "Xero could not be asked (" + notSent.reason() + ")";
        }
        if (outcome instanceof RefreshOutcome.Ambiguous ambiguous) {
            return "no usable answer came from Xero (" + ambiguous.reason() + ")";
        }
        return "Xero wants to be left alone (429)";
    }
}
