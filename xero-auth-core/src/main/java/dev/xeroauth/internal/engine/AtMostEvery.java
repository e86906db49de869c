package dev.xeroauth.internal.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What is worth doing only so often. Thread-safe. */
final class AtMostEvery {

    private final AtomicLong next;
    private final long nanos;

    /** @param now as a counter of nanoseconds has it */
    AtMostEvery(Duration duration, long now) {
        this.nanos = duration.toNanos();
        this.next = new AtomicLong(now);
    }

    /** True for one of any number of threads, and then for nobody for a while. */
    boolean takeTurn(long now) {
        long before = next.get();
        return now - before >= 0 && next.compareAndSet(before, now + nanos);
    }
}
