package dev.xeroauth.internal.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long after a failure a grant is left alone: full jitter, doubling. */
final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 20;

    /** While an answer is outstanding, attempts have to fit into Xero's 30 minutes. */
    static final Duration WHILE_OUTSTANDING = Duration.ofSeconds(60);

    static final Duration OTHERWISE = Duration.ofMinutes(5);

    private BackOff() {}

    static Duration after(int failures, Duration cap, RandomGenerator random) {
        long doubled = FIRST.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        return Duration.ofMillis(random.nextLong(Math.min(doubled, cap.toMillis())) + 1);
    }
}
