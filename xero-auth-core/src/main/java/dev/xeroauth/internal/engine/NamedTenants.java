package dev.xeroauth.internal.engine;

import dev.xeroauth.Connection;
import dev.xeroauth.internal.record.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of a grant with their names, which are in memory alone.
 *
 * @param reach the tenants as they were stored then
 * @param untilNanos how long the names count
 */
record NamedTenants(Reach reach, List<Connection> connections, long untilNanos) {

    /** Whether they are still the tenants that the grant is known to reach. */
    boolean areStill(@Nullable Reach known, long nanos) {
        return reach.equals(known) && nanos - untilNanos < 0;
    }

    /** Shows no names. */
    @Override
    public String toString() {
        return "NamedTenants[" + connections.size() + "]";
    }
}
