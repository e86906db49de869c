package dev.xeroauth.testkit;

import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clocks that stand still until a test moves them. Safe for use by any number of threads.
 *
 * <p>The time of day can be set apart from the counter, as on a host whose clock is wrong or was corrected.
 */
public final class ManualTime implements TimeSource {

    private record Reading(Instant now, long nanoTime) {}

    private final AtomicReference<Reading> reading;

    private ManualTime(Instant start) {
        this.reading = new AtomicReference<>(new Reading(start, 0));
    }

    /**
     * Clocks that stand at this time.
     *
     * @param start the time of day
     * @return the clocks
     */
    public static ManualTime at(Instant start) {
        return new ManualTime(start);
    }

    /**
     * Moves both clocks forward.
     *
     * @param by how far, not negative
     * @throws IllegalArgumentException if it is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time moves forward; skewWallClock moves the time of day alone");
        }
        reading.updateAndGet(at -> new Reading(at.now().plus(by), at.nanoTime() + by.toNanos()));
    }

    /**
     * Moves the time of day alone, in either direction.
     *
     * @param by how far
     */
    public void skewWallClock(Duration by) {
        reading.updateAndGet(at -> new Reading(at.now().plus(by), at.nanoTime()));
    }

    @Override
    public Instant now() {
        return reading().now();
    }

    @Override
    public long nanoTime() {
        return reading().nanoTime();
    }

    private Reading reading() {
        return Objects.requireNonNull(reading.get());
    }
}
