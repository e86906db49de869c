package dev.xeroauth.spi;

import java.time.Instant;

/**
 * The two clocks of a host: the time of day, which can be wrong and can jump, and a counter that only moves forward.
 *
 * <p>Nothing else in the library asks for the time, so that tests can move it.
 */
public interface TimeSource {

    /**
     * The time of day.
     *
     * @return now
     */
    Instant now();

    /**
     * Nanoseconds since some fixed moment, as {@link System#nanoTime()}: only differences mean anything.
     *
     * @return a count of nanoseconds
     */
    long nanoTime();

    /**
     * The clocks of this host.
     *
     * @return the one source that production uses
     */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
