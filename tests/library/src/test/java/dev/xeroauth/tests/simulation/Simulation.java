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
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.testkit.MoodRules;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * One schedule: some processes, their callers, one store, one Xero, and what goes wrong meanwhile. One grant is asked for, and
 * one is idle: the keepers alone look after what those leave behind who die while they refresh it.
 */
final class Simulation {

    static final GrantId BUSY = GrantId.of("grant-1");
    static final GrantId IDLE = GrantId.of("grant-2");

    private static final Duration TROUBLED = Duration.ofMinutes(70);
    private static final Duration CALM = Duration.ofMinutes(45);
    static final Duration THREE_LEASES = Duration.ofSeconds(90);
    /** A round of the keeper later. */
    private static final Duration AND_A_ROUND = THREE_LEASES.plusSeconds(75);
    /** One in five seconds. */
    private static final Duration CALM_PACE = Duration.ofSeconds(10);
    /** What the store takes for a refresh, more than enough. */
    private static final Duration USUAL = Duration.ofMillis(400);
    /** Who asked has his answer by then. */
    private static final Duration ANSWERED = Duration.ofMinutes(2);

    private final Plan plan;
    private final Decisions decisions;
    private final Random random;
    private final Scheduler scheduler;
    private final Host world;
    private final Trouble trouble;
    private final SimulatedXero xero;
    private final SimulatedStore store;
    private final GrantRepository repository;
    private final Asks asks;
    private final Judge judge;
    private final Map<Integer, SimulatedProcess> processes = new TreeMap<>();
    private final List<Instant> waits = new ArrayList<>();
    private Instant calm = Instant.MAX;
    private Instant lastAsk = Instant.MAX;

    /** @param told whether the outcome's log has everything that happens */
    Simulation(Plan plan, Set<Rule> rules, boolean told) {
        this.plan = plan;
        this.decisions = new Decisions(rules);
        this.random = new Random(plan.seed());
        this.scheduler = new Scheduler(random);
        this.trouble = Trouble.of(scheduler, plan, told);
        this.world = new Host(scheduler, "world", Duration.ZERO, () -> {});
        this.xero = new SimulatedXero(scheduler, trouble, MoodRules.of(plan.mood()), world, Set.of(IDLE));
        this.store = new SimulatedStore(scheduler, trouble, world, plan.storeHasClock());
        this.repository =
                new GrantRepository(store.itself(), SimulatedProcess.CIPHER, "simulation", random, scheduler::now);
        this.asks = new Asks(scheduler);
        this.judge = new Judge(scheduler, repository, decisions, xero, plan.ahead());
    }

    /**
     * What came of it.
     *
     * @param violations what must not happen; empty: all is well
     * @param recovery how long after the last trouble somebody still waited
     * @param requests to Xero's token endpoint
     * @param met what went wrong
     * @param log the same, and when
     */
    record Outcome(List<String> violations, Duration recovery, int requests, List<Kind> met, List<String> log) {}

    Outcome run() {
        consent(BUSY, Optional.empty());
        consent(IDLE, Optional.of(scheduler.now().plus(scheduler.between(Duration.ZERO, Duration.ofMinutes(20)))));
        for (int i = 0; i < plan.processes(); i++) {
            start(i);
        }
        if (plan.bearsADeath()) {
            jobLater();
        }
        scheduler.runUntil(Scheduler.START.plus(TROUBLED));
        trouble.end();
        calm = scheduler.now();
        Instant settled = later(trouble.last(), calm);
        lastAsk = settled.plus(CALM).minus(ANSWERED);
        processes.values().forEach(process -> askLater(process, BUSY));
        watch(settled, settled.plus(CALM));
        List<String> violations = new ArrayList<>(judge.violations());
        violations.addAll(asks.violations());
        return new Outcome(violations, recovery(), xero.requests(), trouble.met(), trouble.log());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** @param confirmAt as if there were doubt about its tokens, which the keepers then have to clear */
    private void consent(GrantId id, Optional<Instant> confirmAt) {
        TokenSet tokens = xero.consent();
        IssuedAccess access = new IssuedAccess(
                tokens.accessToken(),
                scheduler.now(),
                tokens.lifetime(),
                scheduler.now().plus(scheduler.between(Duration.ofMinutes(15), Duration.ofMinutes(22))));
        Reach reach = new Reach(Optional.empty(), Set.of(), Optional.empty());
        GrantRecord first = GrantRecord.consented(
                "consent-" + scheduler.nanos(), access, tokens.refreshToken().orElseThrow(), reach);
        Optional<OpenGrant> before = repository.find(id);
        GrantRecord next = before.map(it -> first.following(it.record()))
                .orElseGet(() -> first.edit().confirmAt(confirmAt).done());
        Revision expected = before.map(OpenGrant::revision).orElse(Revision.NONE);
        if (repository.replace(id, GrantStatus.CONNECTED, next, expected).isEmpty()) {
            throw new IllegalStateException("nobody else writes here");
        }
    }

    private void start(int index) {
        Host host = new Host(scheduler, "p" + index, plan.skews().get(index), () -> restart(index));
        SimulatedProcess process = on(host.alone(plan.processes() == 1)).withKeeper();
        processes.put(index, process);
        askLater(process, BUSY);
    }

    private SimulatedProcess on(Host host) {
        return new SimulatedProcess(host, decisions, store, xero, random);
    }

    private void restart(int index) {
        Duration pause = scheduler.between(Duration.ofSeconds(1), Duration.ofSeconds(60));
        trouble.lasts(pause);
        scheduler.later(world, pause, () -> start(index));
    }

    private void jobLater() {
        scheduler.later(world, scheduler.between(Duration.ofMinutes(1), Duration.ofMinutes(25)), () -> {
            if (calm.equals(Instant.MAX)) {
                job();
                jobLater();
            }
        });
    }

    /** Somebody else's process, without a keeper, which refreshes what is idle here and is killed over it. */
    private void job() {
        Duration skew = plan.skews().get(random.nextInt(plan.processes()));
        Host host = new Host(scheduler, "job", skew, () -> {});
        SimulatedProcess process = on(host);
        process.ask(IDLE, found -> found.ifPresent(token -> process.askAnother(IDLE, token, true, another -> {})));
        scheduler.later(world, scheduler.between(Duration.ZERO, Duration.ofMillis(900)), () -> {
            trouble.tell(host, () -> "is killed");
            host.die();
        });
    }

    private void askLater(SimulatedProcess process, GrantId id) {
        askLater(process, id, calm.equals(Instant.MAX) ? plan.pace() : CALM_PACE);
    }

    /** Where it becomes calm meanwhile, somebody asks sooner. */
    private void askLater(SimulatedProcess process, GrantId id, Duration most) {
        Duration pause = scheduler.between(Duration.ofMillis(200), most);
        Instant phase = calm;
        scheduler.later(process.host(), pause, () -> {
            if (phase.equals(calm) && scheduler.now().isBefore(lastAsk)) {
                ask(process, id);
            }
        });
    }

    /** As the interceptor does: a token that Xero refuses is given back once. */
    private void ask(SimulatedProcess process, GrantId id) {
        if (trouble.strikes(Kind.CONSENT)) {
            consent(id, Optional.empty());
        }
        Instant began = scheduler.now();
        boolean refuses = trouble.strikes(Kind.REFUSED_BY_API);
        Asks.Ask first = asks.begin(process.host());
        process.ask(id, token -> {
            first.answered();
            if (token.isPresent() && (refuses || !works(token))) {
                another(process, id, began, token.get());
            } else {
                heard(process, id, began, works(token));
            }
        });
    }

    private void another(SimulatedProcess process, GrantId id, Instant began, AccessToken refused) {
        Asks.Ask second = asks.begin(process.host());
        process.askAnother(id, refused, !works(Optional.of(refused)), other -> {
            second.answered();
            heard(process, id, began, works(other));
        });
    }

    private boolean works(Optional<AccessToken> token) {
        return token.isPresent() && xero.acceptsAccessToken(token.get().value());
    }

    private void heard(SimulatedProcess process, GrantId id, Instant began, boolean works) {
        Instant now = scheduler.now();
        if (!works || began.plus(xero.slowest()).plus(USUAL).isBefore(now)) {
            waits.add(now);
        }
        if (works) {
            askLater(process, id);
        } else {
            askLater(process, id, Duration.ofSeconds(1));
        }
    }

    private void watch(Instant settled, Instant end) {
        scheduler.runUntil(settled.plus(THREE_LEASES));
        judge.usable(BUSY);
        judge.alive(IDLE);
        while (scheduler.now().isBefore(end)) {
            boolean inTime = scheduler.now().isBefore(settled.plus(AND_A_ROUND));
            for (GrantId id : List.of(BUSY, IDLE)) {
                boolean leaseIsOver = judge.isLeaseOver(id);
                if (!inTime) {
                    judge.lookedAfter(id, leaseIsOver);
                }
            }
            if (!inTime) {
                processes.values().forEach(judge::keeps);
            }
            scheduler.runUntil(scheduler.now().plus(Judge.PACE));
        }
        judge.usable(BUSY);
        judge.alive(IDLE);
        judge.require(!plan.isWithoutFault() || xero.again() == 0, xero.again() + " requests wasted");
        Duration recovery = recovery();
        judge.require(recovery.compareTo(THREE_LEASES) <= 0, "somebody waited " + recovery + " after the last trouble");
    }

    private Duration recovery() {
        Instant last = trouble.last();
        return waits.stream()
                .filter(last::isBefore)
                .map(wait -> Duration.between(last, wait))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
