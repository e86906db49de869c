package dev.xeroauth.tests.simulation;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.testkit.Mood;
import dev.xeroauth.testkit.MoodRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Some hosts whose clocks differ and whose counters move alike, one store, and a Xero that takes each token once. */
final class ClockSkew {

    private static final GrantId GRANT = GrantId.of("grant-1");
    private static final Duration PACE = Duration.ofMinutes(1);

    private final Random random = new Random(20261121);
    private final Scheduler scheduler = new Scheduler(random);
    private final Trouble trouble = Trouble.none(scheduler);
    private final Host world = new Host(scheduler, "world", Duration.ZERO, () -> {});
    private final SimulatedXero xero =
            new SimulatedXero(scheduler, trouble, MoodRules.of(Mood.NO_WINDOW), world, Set.of());
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final GrantRepository repository;
    private boolean quiet;
    private int answers;
    private int refused;
    private int without;

    /**
     * What came of it.
     *
     * @param requests to the token endpoint
     * @param accepted those of them that brought tokens
     * @param answers tokens that were handed out
     * @param refused those of them that Xero would not have taken
     * @param without how often there was none
     * @param status of the grant in the end
     * @param alive whether Xero accepts its current token
     */
    record Outcome(
            int requests, int accepted, int answers, int refused, int without, GrantStatus status, boolean alive) {}

    /** @param skews how far the clock of each host is ahead */
    ClockSkew(List<Duration> skews, boolean storeHasClock) {
        SimulatedStore store = new SimulatedStore(scheduler, trouble, world, storeHasClock);
        this.repository =
                new GrantRepository(store.itself(), SimulatedProcess.CIPHER, "simulation", random, scheduler::now);
        consent();
        for (Duration skew : skews) {
            Host host = new Host(scheduler, "ahead by " + skew, skew, () -> {});
            SimulatedProcess process = new SimulatedProcess(host, new Decisions(Rule.all()), store, xero, random);
            processes.add(process);
            everyMinute(process);
        }
    }

    private void consent() {
        TokenSet tokens = xero.consent();
        IssuedAccess access = new IssuedAccess(
                tokens.accessToken(),
                scheduler.now(),
                tokens.lifetime(),
                scheduler.now().plus(Duration.ofMinutes(18)));
        Reach reach = new Reach(Optional.empty(), Set.of(), Optional.empty());
        GrantRecord first =
                GrantRecord.consented("consent", access, tokens.refreshToken().orElseThrow(), reach);
        write(GrantStatus.CONNECTED, first, Revision.NONE);
    }

    private void write(GrantStatus status, GrantRecord record, Revision expected) {
        if (repository.replace(GRANT, status, record, expected).isEmpty()) {
            throw new IllegalStateException("nobody else writes now");
        }
    }

    private void everyMinute(SimulatedProcess process) {
        scheduler.later(process.host(), PACE, () -> {
            if (!quiet) {
                ask(process);
            }
            everyMinute(process);
        });
    }

    private void ask(SimulatedProcess process) {
        process.ask(GRANT, this::heard);
    }

    private void heard(Optional<AccessToken> token) {
        if (token.isEmpty()) {
            without++;
        } else {
            answers++;
            refused += xero.acceptsAccessToken(token.get().value()) ? 0 : 1;
        }
    }

    /** All of them ask now. */
    void askAll() {
        processes.forEach(process -> scheduler.later(process.host(), Duration.ZERO, () -> ask(process)));
    }

    ClockSkew pass(Duration duration) {
        scheduler.runUntil(scheduler.now().plus(duration));
        return this;
    }

    /** Nobody asks for so long. */
    void passQuietly(Duration duration) {
        quiet = true;
        pass(duration);
        quiet = false;
    }

    /** A host sleeps, and its counter stands still. */
    void sleep(int process, Duration duration) {
        processes.get(process).host().stop(duration, true);
    }

    /** Another host has begun to refresh, and died. */
    void leaseOfTheDead() {
        OpenGrant now = repository.find(GRANT).orElseThrow();
        Lease lease = new Lease("dead", scheduler.now().plusSeconds(30));
        write(now.status(), now.record().edit().lease(lease).done(), now.revision());
    }

    int requests() {
        return xero.requests();
    }

    Outcome outcome() {
        OpenGrant grant = repository.find(GRANT).orElseThrow();
        return new Outcome(
                xero.requests(),
                xero.accepted(),
                answers,
                refused,
                without,
                grant.status(),
                xero.acceptsRefreshToken(grant.record().current().token()));
    }
}
