package dev.xeroauth.internal.engine;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionLost;
import dev.xeroauth.GrantId;
import dev.xeroauth.internal.consent.AccessClaims;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of a grant as Xero lists them: read, kept with the grant, and remembered here with their names. Blocks;
 * thread-safe.
 */
final class TenantList {

    private static final Duration NAMES_LAST = Duration.ofMinutes(10);
    /** Xero may need a moment to list what a consent has connected. */
    private static final int LOOKS_FOR_A_CONSENT = 4;

    private static final int LOOKS_FOR_MORE = 2;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Machinery with;
    private final Grants grants;
    private final GrantReads reads;
    private final ConnectionsEndpoint endpoint;

    TenantList(Machinery with, Grants grants, GrantReads reads, ConnectionsEndpoint endpoint) {
        this.with = with;
        this.grants = grants;
        this.reads = reads;
        this.endpoint = endpoint;
    }

    /** As this process has read them a short time ago, or else from Xero. */
    List<Connection> remembered(GrantId id) {
        NamedTenants named = grants.of(id).named();
        return named != null ? named.connections() : read(id);
    }

    /** Asks Xero, keeps the answer with the grant, and returns it with the names. */
    List<Connection> read(GrantId id) {
        return read(id, Optional.empty());
    }

    /** The same after a consent, until its tenants are there; where none come, the keeper looks once more. */
    List<Connection> readFor(GrantId id, Optional<UUID> consent) {
        Duration pause = FIRST_PAUSE;
        List<Connection> found = read(id, consent);
        for (int look = 1; isWorthALook(look, consent, found) && with.waiting().pauseUnlessInterrupted(pause); look++) {
            found = read(id, consent);
            pause = pause.multipliedBy(2);
        }
        return found;
    }

    /** A user who connects nothing new is no reason to ask often. */
    private static boolean isWorthALook(int looks, Optional<UUID> consent, List<Connection> found) {
        return !isListed(consent, found) && looks < (found.isEmpty() ? LOOKS_FOR_A_CONSENT : LOOKS_FOR_MORE);
    }

    private List<Connection> read(GrantId id, Optional<UUID> awaited) {
        while (true) {
            GrantTokens tokens = grants.of(id);
            int consents = tokens.consents();
            GrantRecord before = reads.find(id, Patience.USUAL).record();
            List<Connection> all =
                    endpoint.read(BearerInterceptor.withoutTenant(with, grants, id), onlyConsent(before.reach()));
            Reading reading = new Reading(before.generation(), all, isListed(awaited, all));
            OpenGrant grant = reads.onOwnThread(id, Patience.USUAL, () -> keep(tokens, consents, reading));
            // The list may be older than a consent that came meanwhile.
            if (grant.record().generation().equals(before.generation())) {
                Reach reach = grant.record().reach();
                List<Connection> own = covered(reach, all);
                tokens.remember(new NamedTenants(reach, own, with.time().nanoTime() + NAMES_LAST.toNanos()));
                return own;
            }
        }
    }

    private static List<Connection> covered(Reach reach, List<Connection> all) {
        List<Connection> covered = new ArrayList<>();
        for (Connection connection : all) {
            if (reach.covers(connection)) {
                covered.add(connection);
            }
        }
        return Collections.unmodifiableList(covered);
    }

    /**
     * What Xero has listed.
     *
     * @param generation of the grant that it was read for
     * @param isComplete false: the tenants of a consent are still missing
     */
    private record Reading(String generation, List<Connection> all, boolean isComplete) {

        GrantRecord in(GrantRecord record) {
            Reach read = own(record).read(all);
            Reach next = isComplete ? read : read.toBeReadAt(record.reach().toReadAt());
            return !record.generation().equals(generation) || next.equals(record.reach())
                    ? record
                    : record.reaching(next);
        }
    }

    /** Where nobody could tell yet whose consent it is, the access token does. Only where it names none does every tenant count. */
    private static Reach own(GrantRecord record) {
        Reach reach = record.reach();
        AccessClaims claims = AccessClaims.of(record.access().token());
        return reach.authEvents().isEmpty() && claims.authEventId().isPresent()
                ? new Reach(
                        claims.xeroUserId(),
                        claims.authEventId().map(Set::of).orElse(Set.of()),
                        Optional.empty(),
                        reach.toReadAt())
                : reach;
    }

    /** A first consent is all that counts then, which spares the many others of a bookkeeper. */
    private static Optional<UUID> onlyConsent(Reach reach) {
        return reach.connections().isEmpty() && reach.authEvents().size() == 1
                ? Optional.of(reach.authEvents().iterator().next())
                : Optional.empty();
    }

    private static boolean isListed(Optional<UUID> consent, List<Connection> connections) {
        if (consent.isEmpty()) {
            return true;
        }
        for (Connection each : connections) {
            if (each.authEventId().equals(consent)) {
                return true;
            }
        }
        return false;
    }

    /** Tells as well what is lost, for nobody can once it is stored: not even a caller who gives up is to prevent that. */
    private Optional<OpenGrant> keep(GrantTokens tokens, int consents, Reading reading) {
        AtomicReference<Reach> before = new AtomicReference<>();
        Optional<OpenGrant> kept = with.repository().update(tokens.id(), record -> {
            before.set(record.reach());
            return reading.in(record);
        });
        if (kept.isPresent() && kept.get().record().generation().equals(reading.generation())) {
            Reach reach = kept.get().record().reach();
            tokens.reaching(reach, consents);
            for (Connection lost : lost(before.get(), reach)) {
                with.announcer().tell(new ConnectionLost(tokens.id(), lost));
            }
        }
        return kept;
    }

    private static List<Connection> lost(@Nullable Reach before, Reach now) {
        List<Connection> then = before == null ? List.of() : before.listed();
        List<Connection> lost = new ArrayList<>();
        for (Connection connection : then) {
            if (!now.reaches(connection.tenantId())) {
                lost.add(connection);
            }
        }
        return lost;
    }
}
