package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Hosts whose clocks are up to ten minutes off, over a store without one. For one thread. */
final class SkewedHosts {

    private static final GrantId GRANT = GrantId.of("grant");
    private static final int HOSTS = 4;
    private static final int SKEW_SECONDS = 600;

    private final Random random;
    private final Decisions decisions;
    private final List<Duration> skews;
    private final List<Optional<Step>> steps = new ArrayList<>();
    private final List<Memory> memories = new ArrayList<>();
    private final Map<String, Duration> leasedAt = new HashMap<>();
    private OpenGrant stored =
            new OpenGrant(GRANT, revision(0), GrantStatus.CONNECTED, Grants.consented("generation", "0"));
    private Duration time = Duration.ZERO;
    private int drawn;
    private int taken;
    private int takenWhileHeld;
    private int issued;

    SkewedHosts(Set<Rule> rules, long seed) {
        this.random = new Random(seed);
        this.decisions = new Decisions(rules);
        this.skews = IntStream.range(0, HOSTS)
                .mapToObj(i -> Duration.ofSeconds(random.nextInt(-SKEW_SECONDS, SKEW_SECONDS)))
                .toList();
        for (int host = 0; host < HOSTS; host++) {
            steps.add(Optional.empty());
            memories.add(unknowing());
        }
    }

    private static Memory unknowing() {
        return new Memory(Optional.empty(), Optional.empty(), false);
    }

    SkewedHosts run(int moves) {
        for (int i = 0; i < moves; i++) {
            time = time.plusMillis(random.nextInt(random.nextInt(20) == 0 ? 60_000 : 1_000));
            move(random.nextInt(HOSTS));
        }
        return this;
    }

    /** How many leases were taken from one who had not given them back. */
    int taken() {
        return taken;
    }

    /** How many of these while they might be held. */
    int takenWhileHeld() {
        return takenWhileHeld;
    }

    int issued() {
        return issued;
    }

    private void move(int host) {
        if (random.nextInt(40) == 0) {
            steps.set(host, Optional.empty());
            memories.set(host, unknowing());
        }
        Optional<Step> step = steps.get(host);
        if (step.isEmpty()) {
            Need need = Need.notExpired(stored.record().access().token());
            steps.set(host, Optional.of(decisions.begin(need, Optional.empty(), memories.get(host), at(host))));
        } else if (step.get().action() instanceof Action.End) {
            memories.set(host, step.get().flight().memory());
            steps.set(host, Optional.empty());
        } else {
            Event event = perform(step.get());
            steps.set(host, Optional.of(decisions.on(step.get().flight(), event, at(host), draw())));
        }
    }

    private Event perform(Step step) {
        if (step.action() instanceof Action.Write write) {
            return write(write, step.flight());
        }
        if (step.action() instanceof Action.Present) {
            if (random.nextInt(10) == 0) {
                return new Event.Answered(Grants.AMBIGUOUS);
            }
            issued++;
            return new Event.Answered(Grants.issued(String.valueOf(issued)));
        }
        return new Event.Found(Optional.of(stored));
    }

    private Event write(Action.Write write, Flight flight) {
        if (!write.expected().equals(stored.revision())) {
            return new Event.Changed();
        }
        Optional<String> before = stored.record().lease().map(Lease::nonce);
        Optional<String> after = write.record().lease().map(Lease::nonce);
        if (!before.equals(after)) {
            before.filter(nonce -> !flight.trail().lease().equals(before)).ifPresent(this::takes);
            after.ifPresent(nonce -> leasedAt.put(nonce, time));
        }
        stored = new OpenGrant(GRANT, write.revision(), write.status(), write.record());
        return new Event.Written(stored);
    }

    private void takes(String nonce) {
        taken++;
        if (time.minus(leasedAt.get(nonce)).compareTo(Times.LEASE) < 0) {
            takenWhileHeld++;
        }
    }

    private Moment at(int host) {
        return new Moment(Grants.NOW.plus(time).plus(skews.get(host)), time.toNanos() + host * 1_000_000_007L);
    }

    private Draw draw() {
        drawn++;
        return new Draw("nonce-" + drawn, revision(drawn), random.nextDouble());
    }

    private static Revision revision(int number) {
        String digits = Integer.toString(number);
        return new Revision("0".repeat(22 - digits.length()) + digits);
    }
}
