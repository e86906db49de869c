package dev.xeroauth.jdbc;

import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of due grants, as {@link dev.xeroauth.spi.TokenStore#findDue} asks for it.
 *
 * @param lane the queue
 * @param now due at this time or earlier
 * @param after the cursor; null for the first page
 * @param limit at most this many
 */
record DueQuery(Lane lane, Instant now, @Nullable Due after, int limit) {

    /** Whether there may be more that are due at the same time as the last one. */
    boolean isBehindACursor() {
        return after != null && !after.dueAt().isAfter(now);
    }

    /** Lane, due time, id to look behind. */
    Object[] sameTime() {
        Due last = Objects.requireNonNull(after);
        return new Object[] {lane.name(), last.dueAt().toEpochMilli(), last.id().value()};
    }

    /** Lane, time to look behind, time to look up to. */
    Object[] later() {
        long behind = after == null ? Long.MIN_VALUE : after.dueAt().toEpochMilli();
        return new Object[] {lane.name(), behind, now.toEpochMilli()};
    }
}
