package dev.xeroauth.examples.web;

import dev.xeroauth.spi.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The host's clocks, and how far a test has moved on. */
final class MovedTime implements TimeSource {

    private final TimeSource host = TimeSource.system();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void advance(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant now() {
        return host.now().plus(ahead.get());
    }

    @Override
    public long nanoTime() {
        return host.nanoTime() + ahead.get().toNanos();
    }

    Clock clock() {
        InstantSource source = this::now;
        return source.withZone(ZoneOffset.UTC);
    }
}
