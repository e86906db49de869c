package dev.xeroauth.internal.engine;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionLost;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tenants a grant reaches: those of its own consents, although Xero's token may reach more. Thread-safe. */
public final class Tenants {

    /** Somebody waits for those. */
    private static final int FIRST_READS_AT_ONCE = 8;

    private static final int CHECKS_AT_ONCE = 2;

    private final Machinery with;
    private final Grants grants;
    private final ConnectionsEndpoint endpoint;
    private final ConnectionReads firstReads;
    private final ConnectionReads checks;

    /** @param grants where tokens come from */
    public Tenants(Machinery with, Grants grants, ConnectionsEndpoint endpoint) {
        this.with = with;
        this.grants = grants;
        this.endpoint = endpoint;
        this.firstReads = new ConnectionReads(with.threads(), FIRST_READS_AT_ONCE, this::read);
        this.checks = new ConnectionReads(with.threads(), CHECKS_AT_ONCE, this::read);
    }

    /** Asks Xero, keeps the answer with the grant, and returns it with the names. */
    public List<Connection> read(GrantId id) {
        while (true) {
            GrantTokens tokens = grants.of(id);
            int consents = tokens.consents();
            String generation = generation(id);
            List<Connection> all = endpoint.read(BearerInterceptor.withoutTenant(with, grants, id));
            OpenGrant grant = onOwnThread(id, Patience.USUAL, () -> keep(tokens, consents, generation, all));
            // The list may be older than a consent that came meanwhile.
            if (grant.record().generation().equals(generation)) {
                Reach reach = grant.record().reach();
                return all.stream().filter(reach::covers).toList();
            }
        }
    }

    /** Tells as well what is lost, for nobody can once it is stored: not even a caller who gives up is to prevent that. */
    private Optional<OpenGrant> keep(GrantTokens tokens, int consents, String generation, List<Connection> all) {
        AtomicReference<Reach> before = new AtomicReference<>();
        Optional<OpenGrant> kept = with.repository().update(tokens.id(), record -> {
            before.set(record.reach());
            return record.generation().equals(generation) ? reaching(record, all) : record;
        });
        kept.map(OpenGrant::record)
                .filter(record -> record.generation().equals(generation))
                .map(GrantRecord::reach)
                .ifPresent(reach -> {
                    tokens.reaching(reach, consents);
                    lost(before.get(), reach)
                            .forEach(lost -> with.announcer().tell(new ConnectionLost(tokens.id(), lost)));
                });
        return kept;
    }

    private static List<Connection> lost(@Nullable Reach before, Reach now) {
        List<Connection> then =
                before == null ? List.of() : before.connections().orElse(List.of());
        return then.stream().filter(it -> !reaches(now, it.tenantId())).toList();
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
            // For a caller who is cancelled, or waits no longer, it goes on.
            await(id, patience, firstReads.join(id), "Xero's list of connections");
            return grants.of(id).reach().orElse(reach);
        }
        tokens.reaching(reach, consents);
        return reach;
    }

    private OpenGrant find(GrantId id, Patience patience) {
        return onOwnThread(id, patience, () -> with.repository().find(id));
    }

    private OpenGrant onOwnThread(GrantId id, Patience patience, Supplier<Optional<OpenGrant>> task) {
        Optional<OpenGrant> found = await(id, patience, with.threads().begin(task), store());
        return found.isPresent() ? found.get() : givenBack(id, patience, task);
    }

    /** What is not in the store may have been lost by it; then a look gives it back, as far as this process remembers it. */
    private OpenGrant givenBack(GrantId id, Patience patience, Supplier<Optional<OpenGrant>> task) {
        Result looked = await(id, patience, grants.of(id).ask(Need.look("")), store());
        if (looked instanceof Result.Failed failed) {
            XeroException problem = failed.problem().get();
            throw problem instanceof GrantNotFoundException ? grants.unknown(id) : problem;
        }
        return await(id, patience, with.threads().begin(task), store())
                .orElseThrow(() -> new StoreException(
                        "The token store has lost the grant '" + id
                                + "' again, after it was given back. Check the store",
                        null));
    }

    private String store() {
        return with.repository().storeDescription();
    }

    private static <R> R await(GrantId id, Patience patience, CompletableFuture<R> running, String what) {
        return patience.await(running, () -> new TokenUnavailableException(id, what + " takes too long", null, null));
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
