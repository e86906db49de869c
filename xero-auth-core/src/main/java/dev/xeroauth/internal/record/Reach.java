package dev.xeroauth.internal.record;

import dev.xeroauth.Connection;
import dev.xeroauth.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a grant belongs to and which tenants it reaches.
 *
 * @param xeroUserId who consented, if Xero said so
 * @param authEvents this grant's own consents; empty if Xero named none, and then every connection of the token counts
 * @param connections the tenants of those consents, without their names; empty: never read, or too many to be stored
 * @param toReadAt when the keeper reads them, because a consent has come since they were read; empty: none has
 */
public record Reach(
        Optional<UUID> xeroUserId,
        Set<UUID> authEvents,
        Optional<List<Connection>> connections,
        Optional<Instant> toReadAt) {

    /** Copies the collections. */
    public Reach {
        authEvents = Set.copyOf(authEvents);
        if (connections.isPresent()) {
            connections = Optional.of(List.copyOf(connections.get()));
        }
    }

    /** What has been read since the last consent. */
    public Reach(Optional<UUID> xeroUserId, Set<UUID> authEvents, Optional<List<Connection>> connections) {
        this(xeroUserId, authEvents, connections, Optional.empty());
    }

    /**
     * Whether a connection that Xero lists comes from one of this grant's own consents. One that did stays the grant's own,
     * although its user allows it once more for another grant and Xero then names that consent.
     */
    public boolean covers(Connection connection) {
        if (authEvents.isEmpty()
                || (connection.authEventId().isPresent()
                        && authEvents.contains(connection.authEventId().get()))) {
            return true;
        }
        for (Connection own : listed()) {
            if (own.id().equals(connection.id())) {
                return true;
            }
        }
        return false;
    }

    /** The tenants as far as they are known. */
    public List<Connection> listed() {
        return connections.orElse(List.of());
    }

    /** Whether the tenant is known to be among them. */
    public boolean reaches(TenantId tenantId) {
        for (Connection connection : listed()) {
            if (connection.tenantId().equals(tenantId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a tenant that is not listed may be the grant's own all the same. */
    public boolean mayReachMore() {
        return connections.isEmpty() || toReadAt.isPresent();
    }

    /** With the tenants as Xero lists them now, others of the same user among them. */
    public Reach read(List<Connection> all) {
        List<Connection> own = new ArrayList<>();
        for (Connection connection : all) {
            if (covers(connection)) {
                own.add(withoutName(connection));
            }
        }
        return new Reach(xeroUserId, authEvents, Optional.of(own));
    }

    /** With another time for the keeper to read them. */
    public Reach toBeReadAt(Optional<Instant> time) {
        return new Reach(xeroUserId, authEvents, connections, time);
    }

    /** Without one tenant. */
    public Reach without(Connection gone) {
        return new Reach(
                xeroUserId,
                authEvents,
                connections.map(list ->
                        list.stream().filter(own -> !own.id().equals(gone.id())).toList()),
                toReadAt);
    }

    private static Connection withoutName(Connection connection) {
        return new Connection(
                connection.id(), connection.tenantId(), connection.type(), Optional.empty(), connection.authEventId());
    }

    // Written out: what a record brings is put together when it is first called, of a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reach that
                && xeroUserId.equals(that.xeroUserId)
                && authEvents.equals(that.authEvents)
                && connections.equals(that.connections)
                && toReadAt.equals(that.toReadAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(xeroUserId, authEvents, connections, toReadAt);
    }
}
