package dev.xeroauth.internal.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes that a 401 has forced. While they do not cure it, the next one has to wait longer and longer, whatever Xero's API
 * says to other requests: each costs a call, and a rotation. After long enough without any, the pauses begin anew. Thread-safe.
 */
final class ForcedRefreshes {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final AtomicReference<@Nullable Last> last = new AtomicReference<>();

    private record Last(long nanos, Duration pause) {

        Last again(long now) {
            Duration next = now - nanos < quiet().toNanos() ? Waiting.twice(pause, LONGEST_PAUSE) : FIRST_PAUSE;
            return new Last(now, next);
        }

        /** How long none must have happened for this one to count no more: forgetting allows no more than the longest pause. */
        private Duration quiet() {
            Duration twice = pause.multipliedBy(2);
            return twice.compareTo(LONGEST_PAUSE) > 0 ? twice : LONGEST_PAUSE;
        }
    }

    boolean areAllowed(long now) {
        Last before = last.get();
        return before == null || now - before.nanos() >= before.pause().toNanos();
    }

    /** Whether the token that the last one has brought is less than a minute old. */
    boolean isYoung(long now) {
        Last before = last.get();
        return before != null && now - before.nanos() < FIRST_PAUSE.toNanos();
    }

    /** One has brought another token. */
    void happened(long now) {
        last.updateAndGet(before -> before == null ? new Last(now, FIRST_PAUSE) : before.again(now));
    }

    /** The request that was refused has been accepted with another token. What other requests come to says nothing. */
    void cured() {
        if (last.get() != null) {
            last.set(null);
        }
    }
}
