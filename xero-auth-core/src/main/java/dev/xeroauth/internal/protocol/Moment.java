package dev.xeroauth.internal.protocol;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of both clocks.
 *
 * @param now the store's time, which all processes share
 * @param nanos this process's own counter, which nobody sets
 */
public record Moment(Instant now, long nanos) {

    Duration since(long earlierNanos) {
        return Duration.ofNanos(nanos - earlierNanos);
    }
}
