package dev.xeroauth.tests.simulation;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.KeyRing;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.testkit.MoodRules;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One schedule: some processes, their callers, one store, one Xero, and what goes wrong meanwhile. */
final class Simulation {

    private static final Duration TROUBLED = Duration.ofMinutes(70);
    private static final Duration CALM = Duration.ofMinutes(45);
    static final Duration THREE_LEASES = Duration.ofSeconds(90);
    private static final Duration CALM_PACE = Duration.ofSeconds(20);
    private static final TokenCipher CIPHER = cipher();

    private final Plan plan;
    private final Decisions decisions;
    private final Random random;
    private final Scheduler scheduler;
    private final Host world;
    private final Trouble trouble;
    private final SimulatedXero xero;
    private final SimulatedStore store;
    private final GrantRepository repository;
    private final List<GrantId> grants;
    private final List<String> violations = new ArrayList<>();
    private final List<Instant> waits = new ArrayList<>();
    private boolean calm;

    /** @param told whether the outcome's log has everything that happens */
    Simulation(Plan plan, Set<Rule> rules, boolean told) {
        this.plan = plan;
        this.decisions = new Decisions(rules);
        this.random = new Random(plan.seed());
        this.scheduler = new Scheduler(random);
        this.trouble = Trouble.of(scheduler, plan, told);
        this.world = new Host(scheduler, "world", Duration.ZERO, () -> {});
        this.xero = new SimulatedXero(scheduler, trouble, MoodRules.of(plan.mood()), world);
        this.store = new SimulatedStore(scheduler, trouble, world, plan.storeHasClock());
        this.repository = new GrantRepository(store.itself(), CIPHER, "simulation", random, scheduler::now);
        this.grants = List.of(GrantId.of("grant-1"));
    }

    /**
     * What came of it.
     *
     * @param violations what must not happen; empty: all is well
     * @param recovery how long after the last trouble somebody still waited
     * @param requests to Xero's token endpoint
     * @param log what went wrong, and when
     */
    record Outcome(List<String> violations, Duration recovery, int requests, List<String> log) {}

    Outcome run() {
        grants.forEach(this::consent);
        for (int i = 0; i < plan.processes(); i++) {
            start(i);
        }
        scheduler.runUntil(Scheduler.START.plus(TROUBLED));
        trouble.end();
        calm = true;
        Instant last = trouble.last();
        Instant end = later(last, scheduler.now()).plus(CALM);
        scheduler.runUntil(end);
        grants.forEach(this::check);
        return new Outcome(violations, recovery(trouble.last()), xero.requests(), trouble.log());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void consent(GrantId id) {
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
        GrantRecord next = before.map(it -> first.following(it.record())).orElse(first);
        Revision expected = before.map(OpenGrant::revision).orElse(Revision.NONE);
        if (repository.replace(id, GrantStatus.CONNECTED, next, expected).isEmpty()) {
            throw new IllegalStateException("nobody else writes here");
        }
    }

    private void start(int index) {
        SimulatedProcess process = new SimulatedProcess(
                        new Host(scheduler, "p" + index, plan.skews().get(index), () -> restart(index))
                                .alone(plan.processes() == 1),
                        decisions,
                        store,
                        xero,
                        random,
                        CIPHER)
                .withKeeper();
        grants.forEach(id -> askLater(process, id, pace()));
    }

    private void restart(int index) {
        Duration pause = scheduler.between(Duration.ofSeconds(1), Duration.ofSeconds(60));
        trouble.lasts(pause);
        scheduler.later(world, pause, () -> start(index));
    }

    private void askLater(SimulatedProcess process, GrantId id, Duration most) {
        Duration pause = scheduler.between(Duration.ofMillis(200), most);
        scheduler.later(process.host(), pause, () -> ask(process, id));
    }

    /** As the interceptor does: a token that Xero refuses is given back once. */
    private void ask(SimulatedProcess process, GrantId id) {
        if (trouble.strikes(Kind.CONSENT)) {
            consent(id);
        }
        Instant began = scheduler.now();
        boolean refuses = trouble.strikes(Kind.REFUSED_BY_API);
        process.ask(id, token -> {
            if (token.isPresent() && (refuses || !works(token))) {
                process.askAnother(id, token.get(), !works(token), other -> heard(process, id, began, works(other)));
            } else {
                heard(process, id, began, works(token));
            }
        });
    }

    private boolean works(Optional<AccessToken> token) {
        return token.isPresent() && xero.acceptsAccessToken(token.get().value());
    }

    private void heard(SimulatedProcess process, GrantId id, Instant began, boolean works) {
        Instant now = scheduler.now();
        if (!works || began.plusSeconds(1).isBefore(now)) {
            waits.add(now);
        }
        askLater(process, id, works ? pace() : Duration.ofSeconds(1));
    }

    private Duration pace() {
        return calm ? CALM_PACE : plan.pace();
    }

    private Duration recovery(Instant last) {
        return waits.stream()
                .filter(last::isBefore)
                .map(wait -> Duration.between(last, wait))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void check(GrantId id) {
        OpenGrant grant = repository.find(id).orElseThrow();
        boolean alive = decisions.candidates(grant.record()).stream()
                .anyMatch(candidate -> xero.acceptsRefreshToken(candidate.token()));
        if (!alive) {
            violations.add(id + " is lost");
        }
        if (grant.status() != GrantStatus.CONNECTED) {
            violations.add(id + " is " + grant.status());
        }
        if (plan.isWithoutFault() && xero.again() > 0) {
            violations.add(xero.again() + " requests wasted");
        }
        if (recovery(trouble.last()).compareTo(THREE_LEASES) > 0) {
            violations.add("somebody waited " + recovery(trouble.last()) + " after the last trouble");
        }
    }

    private static TokenCipher cipher() {
        byte[] key = new byte[32];
        key[0] = 1;
        KeyRing keys = KeyRing.of("k", key);
        return new AesGcmTokenCipher(() -> keys, new SecureRandom());
    }
}
