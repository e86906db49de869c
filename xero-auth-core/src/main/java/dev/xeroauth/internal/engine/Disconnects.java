package dev.xeroauth.internal.engine;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.DisconnectFailedException;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantEnded;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.Revocation;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.internal.protocol.Reasons;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshOutcome.AppRejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How a grant, or one of its tenants, comes to a clean end. Blocks; thread-safe. */
public final class Disconnects {

    private static final int REVOCATIONS = 3;
    private static final int LOOKS_AT_A_LEASE = 64;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration CALLER_WAITS = Duration.ofSeconds(20);

    private final Machinery with;
    private final Grants grants;
    private final GrantReads reads;
    private final Tenants tenants;
    private final SameUser sameUser;
    private final ConnectionsEndpoint connections;
    private final TokenEndpoint tokens;

    /** @param grants what is in memory */
    public Disconnects(
            Machinery with,
            Grants grants,
            Tenants tenants,
            SameUser sameUser,
            ConnectionsEndpoint connections,
            TokenEndpoint tokens) {
        this.with = with;
        this.grants = grants;
        this.reads = new GrantReads(with, grants);
        this.tenants = tenants;
        this.sameUser = sameUser;
        this.connections = connections;
        this.tokens = tokens;
    }

    /** One tenant; the others go on. */
    public void disconnect(GrantId id, ConnectionId connectionId) {
        Connection gone = own(id, connectionId);
        connections.delete(bearer(id), gone.id());
        GrantTokens here = grants.of(id);
        int consents = here.consents();
        OpenGrant left = reads.onOwnThread(
                id,
                Patience.USUAL,
                () -> with.repository().update(id, record -> {
                    Reach without = record.reach().without(gone);
                    return without.equals(record.reach()) ? record : record.reaching(without);
                }));
        here.reaching(left.record().reach(), consents);
    }

    /** One of the grant's own; those of others are left alone, although Xero's token reaches them. */
    private Connection own(GrantId id, ConnectionId connectionId) {
        List<Connection> known = live(id).record().reach().listed();
        return in(known, connectionId)
                .or(() -> in(tenants.read(id), connectionId))
                .orElseThrow(() -> {
                    boolean isTenant = known.stream()
                            .anyMatch(each -> each.tenantId().value().equals(connectionId.value()));
                    return new IllegalArgumentException("The grant '" + id + "' has no connection " + connectionId
                            + (isTenant ? ": that is the id of a tenant, and Connection.id() is wanted" : ""));
                });
    }

    private static Optional<Connection> in(List<Connection> connections, ConnectionId id) {
        return connections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** All tenants of the grant's own consents, and the grant itself; other grants of the same user live on. */
    public void disconnect(GrantId id) {
        String generation = live(id).record().generation();
        try {
            tenants.read(id).forEach(own -> connections.delete(bearer(id), own.id()));
        } catch (GrantDisconnectedException e) {
            with.announcer().note("Xero accepts no token of the grant '" + id + "': there is nothing to disconnect", e);
        }
        if (!end(id, record -> record.generation().equals(generation))) {
            throw new DisconnectFailedException(
                    "The grant '" + id + "' could not be disconnected",
                    "its user has consented once more meanwhile",
                    null,
                    null);
        }
    }

    /** Everything that the grant's Xero user has connected to the application. */
    public Revocation revoke(GrantId id) {
        SameUser.Found others = sameUser.as(id, live(id).record().reach().xeroUserId());
        for (int attempt = 0; attempt < REVOCATIONS; attempt++) {
            GrantRecord record = live(id).record();
            candidates(record).forEach(token -> revoke(id, token));
            awaitLease(id);
            // A refresh may have come between, whose tokens are to end as well.
            if (end(id, now -> isStill(record, now))) {
                return new Revocation(id, others.grants(), others.unreadable());
            }
        }
        throw new DisconnectFailedException(
                "The grant '" + id + "' could not be revoked", "its tokens are replaced all the time", null, null);
    }

    /** A refresh is under way somewhere, whose tokens are to end as well. A lease ends by itself. */
    private void awaitLease(GrantId id) {
        for (int look = 0; look < LOOKS_AT_A_LEASE && isLeased(live(id).record()); look++) {
            try {
                with.waiting().pause(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw notRevoked(id, "the caller was interrupted");
            }
        }
    }

    private boolean isLeased(GrantRecord record) {
        return record.lease()
                .filter(it -> with.clock().instant().isBefore(it.until()))
                .isPresent();
    }

    /** Where it is in doubt which one counts, all of them. */
    private static Stream<String> candidates(GrantRecord record) {
        return Stream.concat(Stream.of(record.current()), record.spares().stream())
                .map(RefreshCandidate::token);
    }

    private static boolean isStill(GrantRecord record, GrantRecord now) {
        return now.generation().equals(record.generation()) && now.tokenSerial() == record.tokenSerial();
    }

    private void revoke(GrantId id, String token) {
        Optional<RefreshOutcome> refused = with.threads()
                .call(
                        () -> tokens.revoke(token, TokenEndpoint.EXCHANGE),
                        CALLER_WAITS,
                        () -> notRevoked(id, "no answer"));
        refused.ifPresent(outcome -> {
            throw outcome instanceof AppRejected rejected
                    ? new AppRejectedException(rejected.error())
                    : notRevoked(id, Reasons.of(outcome));
        });
    }

    private static DisconnectFailedException notRevoked(GrantId id, String reason) {
        return new DisconnectFailedException("The grant '" + id + "' could not be revoked", reason, null, null);
    }

    /** Leaves a tombstone without tokens, unless it is another grant by now. */
    private boolean end(GrantId id, Predicate<GrantRecord> isStill) {
        OpenGrant ended =
                reads.onOwnThread(id, Patience.USUAL, () -> with.repository().end(id, isStill));
        if (ended.status() != GrantStatus.ENDED) {
            return false;
        }
        grants.of(id).beginAnew();
        with.announcer().tell(new GrantEnded(id));
        return true;
    }

    private OpenGrant live(GrantId id) {
        OpenGrant grant = reads.find(id, Patience.USUAL);
        if (grant.status() == GrantStatus.ENDED) {
            throw new GrantNotFoundException(id);
        }
        return grant;
    }

    private BearerInterceptor bearer(GrantId id) {
        return BearerInterceptor.withoutTenant(with, grants, id);
    }
}
