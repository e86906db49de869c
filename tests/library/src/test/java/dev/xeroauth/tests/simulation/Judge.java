package dev.xeroauth.tests.simulation;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the records when nothing goes wrong any more. Times that hosts wrote are compared with the clock furthest ahead. */
final class Judge {

    /** Between two looks: longer than a lease. */
    static final Duration PACE = Duration.ofSeconds(35);

    /** A keeper's round comes within 72 s, and takes its time. */
    private static final Duration ROUND = Duration.ofSeconds(100);

    /** Until no request travels any more, for which a confirmation waits, and a round. */
    private static final Duration RESTED = ROUND.plusSeconds(135);

    private static final Duration ROUNDS = Duration.ofMinutes(3);

    private final Scheduler scheduler;
    private final GrantRepository repository;
    private final Decisions decisions;
    private final SimulatedXero xero;
    private final Duration ahead;
    private final Set<String> violations = new LinkedHashSet<>();
    private final Map<GrantId, Optional<String>> leases = new HashMap<>();

    /** @param ahead how far the clock that stands in the records can be ahead */
    Judge(Scheduler scheduler, GrantRepository repository, Decisions decisions, SimulatedXero xero, Duration ahead) {
        this.scheduler = scheduler;
        this.repository = repository;
        this.decisions = decisions;
        this.xero = xero;
        this.ahead = ahead;
    }

    Set<String> violations() {
        return violations;
    }

    /** Xero accepts one of its tokens. */
    void alive(GrantId id) {
        GrantRecord record = grant(id).record();
        boolean alive = decisions.candidates(record).stream()
                .anyMatch(candidate -> xero.acceptsRefreshToken(candidate.token()));
        require(alive, id + " is lost");
    }

    /** It is of use to those who ask. */
    void usable(GrantId id) {
        OpenGrant grant = grant(id);
        alive(id);
        require(grant.status() != GrantStatus.DISCONNECTED, id + " is " + grant.status());
        require(xero.acceptsAccessToken(grant.record().access().token()), id + " has no access token");
    }

    /** To be called at each look, so that a lease is known that stood at the look before. */
    boolean isLeaseOver(GrantId id) {
        Optional<String> lease = grant(id).record().lease().map(Lease::nonce);
        Optional<String> before = leases.put(id, lease);
        return lease.isPresent() && lease.equals(before);
    }

    /** The keepers have done what there was to do. */
    void lookedAfter(GrantId id, boolean leaseIsOver) {
        OpenGrant grant = grant(id);
        GrantRecord record = grant.record();
        Instant now = scheduler.now().plus(ahead);
        require(!leaseIsOver, id + " has a lease that is over");
        require(grant.status() == GrantStatus.CONNECTED, id + " is still " + grant.status());
        require(
                record.setback().nextAttempt().filter(now.minus(ROUND)::isAfter).isEmpty(),
                id + " was not tried again");
        require(record.confirmAt().filter(now.minus(RESTED)::isAfter).isEmpty(), id + " was not confirmed");
    }

    /** Its keeper goes its rounds. */
    void keeps(SimulatedProcess process) {
        boolean keeps = process.sinceLastRound()
                .filter(since -> since.compareTo(ROUNDS) < 0)
                .isPresent();
        require(keeps, process.host() + " has no keeper any more");
    }

    private OpenGrant grant(GrantId id) {
        return repository.find(id).orElseThrow();
    }

    void require(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }
}
