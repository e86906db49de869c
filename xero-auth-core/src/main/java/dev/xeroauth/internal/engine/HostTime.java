package dev.xeroauth.internal.engine;

import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * Both clocks of this host, read at once. While it sleeps its counter may stand still, and its clock can be set: only the two
 * of them tell how much time has passed.
 *
 * @param now its clock
 * @param nanos its counter
 */
record HostTime(Instant now, long nanos) {

    static HostTime of(TimeSource time) {
        return new HostTime(time.now(), time.nanoTime());
    }

    Duration byCounter(HostTime later) {
        return Duration.ofNanos(later.nanos - nanos);
    }

    /** How far the clock has gone away from the counter since, ahead or back. */
    Duration apart(HostTime later) {
        return Duration.between(now, later.now).minus(byCounter(later)).abs();
    }
}
