package dev.xeroauth.internal.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes that a 401 has forced. While they do not cure it, the next one has to wait longer and longer, whatever Xero's API
 * says: each costs a call, and a rotation. Thread-safe.
 */
final class ForcedRefreshes {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final AtomicReference<@Nullable Last> last = new AtomicReference<>();

    private record Last(long nanos, Duration pause) {

        Last again(long now) {
            return new Last(now, Waiting.twice(pause, LONGEST_PAUSE));
        }
    }

    boolean areAllowed(long now) {
        Last before = last.get();
        return before == null || now - before.nanos() >= before.pause().toNanos();
    }

    /** One has brought another token. */
    void happened(long now) {
        last.updateAndGet(before -> before == null ? new Last(now, FIRST_PAUSE) : before.again(now));
    }

    /** Xero's API has accepted a token since. */
    void cured() {
        if (last.get() != null) {
            last.set(null);
        }
    }
}
