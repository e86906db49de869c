package dev.xeroauth.tests.chaos;

import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The host's clocks, but later. */
record LaterTime(Duration by) implements TimeSource {

    @Override
    public Instant now() {
        return TimeSource.system().now().plus(by);
    }

    @Override
    public long nanoTime() {
        return TimeSource.system().nanoTime();
    }
}
