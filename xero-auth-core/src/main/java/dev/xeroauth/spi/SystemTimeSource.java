package dev.xeroauth.spi;

import java.time.Instant;

/** The host's own clocks. The only class of the library that reads them. */
enum SystemTimeSource implements TimeSource {
    INSTANCE;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
