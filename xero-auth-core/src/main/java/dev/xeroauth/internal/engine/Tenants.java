package dev.xeroauth.internal.engine;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionLost;
import dev.xeroauth.GrantId;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tenants a grant reaches: those of its own consents, although Xero's token may reach more. Thread-safe. */
public final class Tenants {

    private final Machinery with;
    private final Grants grants;
    private final ConnectionsEndpoint endpoint;

    /** @param grants where tokens come from */
    public Tenants(Machinery with, Grants grants, ConnectionsEndpoint endpoint) {
        this.with = with;
        this.grants = grants;
        this.endpoint = endpoint;
    }

    /** Asks Xero, keeps the answer with the grant, and returns it with the names. */
    public List<Connection> read(GrantId id) {
        while (true) {
            GrantTokens tokens = grants.of(id);
            int consents = tokens.consents();
            String generation = generation(id);
            List<Connection> all = endpoint.read(BearerInterceptor.withoutTenant(with, grants, id));
            AtomicReference<Reach> before = new AtomicReference<>();
            OpenGrant grant = onOwnThread(
                    id,
                    Patience.USUAL,
                    () -> with.repository().update(id, record -> {
                        before.set(record.reach());
                        return record.generation().equals(generation) ? reaching(record, all) : record;
                    }));
            // The list may be older than a consent that came meanwhile.
            if (grant.record().generation().equals(generation)) {
                Reach reach = grant.record().reach();
                tokens.reaching(reach, consents);
                lost(before.get(), reach).forEach(lost -> with.announcer().tell(new ConnectionLost(id, lost)));
                return all.stream().filter(reach::covers).toList();
            }
        }
    }

    private static List<Connection> lost(@Nullable Reach before, Reach now) {
        List<Connection> then =
                before == null ? List.of() : before.connections().orElse(List.of());
        return then.stream().filter(it -> !reaches(now, it.tenantId())).toList();
    }

    /**
     * Xero's API says that one of this grant's tenants is not connected: whether that is so its list of connections tells. Asks
     * once a minute at most; what goes wrong is left to the next time.
     */
    void check(GrantTokens grant) {
        if (!grant.isTimeToCheckConnections()) {
            return;
        }
        try {
            read(grant.id());
        } catch (XeroException e) {
            with.announcer().note("The connections of the grant '" + grant.id() + "' could not be checked", e);
        }
    }

    private String generation(GrantId id) {
        return find(id, Patience.USUAL).record().generation();
    }

    private static GrantRecord reaching(GrantRecord record, List<Connection> all) {
        Reach next = withConnections(record.reach(), all);
        return next.equals(record.reach()) ? record : record.reaching(next);
    }

    /**
     * Makes sure that the tenant belongs to the grant. Asks the store if this process does not know, and Xero only if the
     * list of tenants was never read.
     *
     * @return what was found
     */
    Reach require(GrantId id, TenantId tenantId, Patience patience) {
        Reach known = grants.of(id).reach().orElse(null);
        if (known != null && reaches(known, tenantId)) {
            return known;
        }
        Reach stored = load(id, patience);
        if (reaches(stored, tenantId)) {
            return stored;
        }
        throw refused(id, tenantId, stored.connections().orElse(List.of()));
    }

    private Reach load(GrantId id, Patience patience) {
        GrantTokens tokens = grants.of(id);
        int consents = tokens.consents();
        Reach reach = find(id, patience).record().reach();
        if (reach.connections().isEmpty()) {
            read(id);
            return grants.of(id).reach().orElse(reach);
        }
        tokens.reaching(reach, consents);
        return reach;
    }

    private OpenGrant find(GrantId id, Patience patience) {
        return onOwnThread(id, patience, () -> with.repository().find(id));
    }

    private OpenGrant onOwnThread(GrantId id, Patience patience, Supplier<Optional<OpenGrant>> task) {
        return patience.await(
                        with.threads().begin(task),
                        () -> new TokenUnavailableException(id, "the token store takes too long", null, null))
                .orElseThrow(() -> grants.unknown(id));
    }

    private static boolean reaches(Reach reach, TenantId tenantId) {
        return reach.connections().orElse(List.of()).stream()
                .anyMatch(connection -> connection.tenantId().equals(tenantId));
    }

    private static Reach withConnections(Reach reach, List<Connection> all) {
        List<Connection> own =
                all.stream().filter(reach::covers).map(Tenants::withoutName).toList();
        return new Reach(reach.xeroUserId(), reach.authEvents(), Optional.of(own));
    }

    private static Connection withoutName(Connection connection) {
        return new Connection(
                connection.id(), connection.tenantId(), connection.type(), Optional.empty(), connection.authEventId());
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
