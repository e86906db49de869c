package dev.xeroauth.jdbc;

import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.time.Instant;
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

    /** The due time to start from. */
    long fromMillis() {
        return after == null ? Long.MIN_VALUE : after.dueAt().toEpochMilli();
    }

    /** The id to start behind among those due at that time; every id is behind the empty text. */
    String afterId() {
        return after == null ? "" : after.id().value();
    }
}
