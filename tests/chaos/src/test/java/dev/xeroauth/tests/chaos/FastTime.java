package dev.xeroauth.tests.chaos;

import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The host's clocks, so many times faster, the same for every process that is told the same beginning. At 18 times Xero's window
 * of 30 minutes takes 100 seconds, and a lease of 30 seconds 1.7.
 *
 * @param began where the fast time of day and the host's are the same, in milliseconds since 1970
 * @param speed how much faster
 */
public record FastTime(long began, int speed) implements TimeSource, Waiting {

    private static final Waiting REAL = Waiting.real();

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(began + (System.currentTimeMillis() - began) * speed);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() * speed;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        REAL.pause(real(duration));
    }

    @Override
    public void later(Duration delay, Runnable task) {
        REAL.later(real(delay), task);
    }

    /** How long that takes by the host's clocks. */
    Duration real(Duration fast) {
        return fast.dividedBy(speed);
    }
}
