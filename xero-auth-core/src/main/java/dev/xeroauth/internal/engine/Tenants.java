package dev.xeroauth.internal.engine;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantId;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.record.Reach;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Which tenants a grant reaches: those of its own consents, although Xero's token may reach more. Thread-safe. */
public final class Tenants {

    /** Somebody waits for those. */
    private static final int FIRST_READS_AT_ONCE = 8;

    private static final int CHECKS_AT_ONCE = 2;

    private final Machinery with;
    private final Grants grants;
    private final GrantReads reads;
    private final TenantList list;
    private final ConnectionReads firstReads;
    private final ConnectionReads checks;

    /** @param grants where tokens come from */
    public Tenants(Machinery with, Grants grants, ConnectionsEndpoint endpoint) {
        this.with = with;
        this.grants = grants;
        this.reads = new GrantReads(with, grants);
        this.list = new TenantList(with, grants, reads, endpoint);
        this.firstReads = new ConnectionReads(with.threads(), FIRST_READS_AT_ONCE, list::read);
        this.checks = new ConnectionReads(with.threads(), CHECKS_AT_ONCE, list::read);
    }

    /** Asks Xero, keeps the answer with the grant, and returns it with the names. */
    public List<Connection> read(GrantId id) {
        return list.read(id);
    }

    /** The same, unless this process has done so a short time ago. */
    public List<Connection> remembered(GrantId id) {
        return list.remembered(id);
    }

    /** Asks Xero until it lists what this consent has connected, a few times at most. */
    public List<Connection> readFor(GrantId id, Optional<UUID> consent) {
        return list.readFor(id, consent);
    }

    /** The keeper's: reads what has not been read since a consent. */
    public CompletableFuture<?> finishConsent(GrantId id) {
        return checks.join(id);
    }

    /**
     * Xero's API says that one of this grant's tenants is not connected: whether that is so its list of connections tells, which
     * is asked for behind the caller's back, once a minute at most. What goes wrong is left to the next time.
     */
    void check(GrantTokens grant) {
        // Joining one under way would use up the turn, and nobody would ask for another minute.
        if (with.threads().isClosing()
                || checks.isUnderWay(grant.id())
                || !grant.refused().takeTurnToCheckConnections()) {
            return;
        }
        OwnThreads.whenOver(checks.join(grant.id()), (done, failure) -> {
            if (failure != null) {
                with.announcer()
                        .note("The connections of the grant '" + grant.id() + "' could not be checked", failure);
            }
        });
    }

    /**
     * Makes sure that the tenant belongs to the grant. Asks the store if this process does not know, and Xero only if the
     * list of tenants was not read since the last consent.
     *
     * @return what was found
     */
    Reach require(GrantId id, TenantId tenantId, Patience patience) {
        Reach known = grants.of(id).reach().orElse(null);
        if (known != null && known.reaches(tenantId)) {
            return known;
        }
        Reach stored = load(id, tenantId, patience);
        if (stored.reaches(tenantId)) {
            return stored;
        }
        throw refused(id, tenantId, stored.listed());
    }

    private Reach load(GrantId id, TenantId tenantId, Patience patience) {
        GrantTokens tokens = grants.of(id);
        int consents = tokens.consents();
        Reach reach = reads.find(id, patience).record().reach();
        if (!reach.reaches(tenantId) && reach.mayReachMore()) {
            // For a caller who is cancelled, or waits no longer, it goes on.
            GrantReads.await(id, patience, firstReads.join(id), "Xero's list of connections");
            return grants.of(id).reach().orElse(reach);
        }
        tokens.reaching(reach, consents);
        return reach;
    }

    private static TenantNotReachableException refused(GrantId id, TenantId tenantId, List<Connection> connections) {
        return connections.stream()
                .filter(connection -> connection.id().value().equals(tenantId.value()))
                .findFirst()
                .map(meant -> TenantNotReachableException.connectionIdUsed(id, tenantId, meant.tenantId()))
                .orElseGet(() -> TenantNotReachableException.outside(
                        id,
                        tenantId,
                        connections.stream().map(Connection::tenantId).collect(Collectors.toSet())));
    }
}
