package dev.xeroauth.internal.record;

import dev.xeroauth.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whom a grant belongs to and which tenants it reaches.
 *
 * @param xeroUserId who consented, if Xero said so
 * @param authEvents this grant's own consents; empty if Xero named none, and then every connection of the token counts
 * @param connections the tenants of those consents, without their names; empty: not read since the last consent
 */
public record Reach(Optional<UUID> xeroUserId, Set<UUID> authEvents, Optional<List<Connection>> connections) {

    /** Copies the collections. */
    public Reach {
        authEvents = Set.copyOf(authEvents);
        connections = connections.map(List::copyOf);
    }

    /** Whether a connection that Xero lists comes from one of this grant's own consents. */
    public boolean covers(Connection connection) {
        return authEvents.isEmpty()
                || connection.authEventId().map(authEvents::contains).orElse(false);
    }
}
