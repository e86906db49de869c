package dev.xeroauth.internal.protocol;

import dev.xeroauth.spi.Revision;
import java.time.Duration;

/**
 * The chance that one step may need.
 *
 * @param nonce a name that nobody else has
 * @param revision for what is written
 * @param share at least 0, less than 1
 */
public record Draw(String nonce, Revision revision, double share) {

    /** Somewhere between two durations. */
    Duration between(Duration least, Duration most) {
        return least.plusMillis((long) (most.minus(least).toMillis() * share));
    }
}
