package dev.xeroauth.tests.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** What is still to go wrong, and when something went wrong last. */
final class Trouble {

    /** What can go wrong. */
    enum Kind {
        CRASH,
        PAUSE,
        SLEEP,
        SLOW_STORE,
        LOST_REQUEST,
        LOST_ANSWER,
        LATE,
        DUPLICATE,
        REFUSAL,
        NOT_SENT,
        UNAVAILABLE,
        THROTTLED,
        STORE_THROWS_BEFORE,
        STORE_THROWS_AFTER,
        STORE_FORGETS,
        STORE_DOWN,
        XERO_DOWN,
        CONSENT,
        /** Xero's API refuses an access token. */
        REFUSED_BY_API,
        /** Each exchange takes seconds, from now on. */
        SLOW_XERO,
        /** A host stands still while the store answers, and dies over the next answer of Xero. */
        PAUSE_AND_CRASH,
        /** Nothing reaches Xero for longer than a used token may be presented again. */
        XERO_AWAY
    }

    /** What a library can bear, in any mixture. */
    static List<Kind> bearable() {
        return List.copyOf(EnumSet.complementOf(EnumSet.of(Kind.XERO_AWAY, Kind.PAUSE_AND_CRASH)));
    }

    private final Scheduler scheduler;
    private final List<Kind> left;
    private final List<Kind> met = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final double chance;
    private final boolean told;
    private Instant last = Scheduler.START;

    /** None at all. */
    static Trouble none(Scheduler scheduler) {
        return new Trouble(scheduler, List.of(), 0, false);
    }

    static Trouble of(Scheduler scheduler, Plan plan, boolean told) {
        return new Trouble(scheduler, plan.troubles(), plan.chance(), told);
    }

    /** @param told whether the log has everything that happens */
    private Trouble(Scheduler scheduler, List<Kind> kinds, double chance, boolean told) {
        this.scheduler = scheduler;
        this.told = told;
        this.left = new ArrayList<>(kinds);
        this.chance = chance;
    }

    /** At most one mistaken refusal: of two in the two looks no library can know that they are mistaken. */
    static List<Kind> drawn(Random random, List<Kind> from, int count) {
        List<Kind> drawn = new ArrayList<>(
                random.ints(count, 0, from.size()).mapToObj(from::get).toList());
        while (drawn.indexOf(Kind.REFUSAL) != drawn.lastIndexOf(Kind.REFUSAL)) {
            drawn.remove(Kind.REFUSAL);
        }
        return List.copyOf(drawn);
    }

    /** Whether one of these happens now; it then happens once. */
    boolean strikes(Kind... kinds) {
        return strikes(Set.of(kinds));
    }

    boolean strikes(Set<Kind> kinds) {
        List<Kind> possible = left.stream().filter(kinds::contains).toList();
        if (possible.isEmpty() || scheduler.random().nextDouble() >= chance) {
            return false;
        }
        Kind kind = possible.get(scheduler.random().nextInt(possible.size()));
        left.remove(kind);
        note(kind.name());
        met.add(kind);
        return true;
    }

    /** What happened when {@link #strikes} said so. */
    Kind struck() {
        return met.get(met.size() - 1);
    }

    /** All that has happened. */
    List<Kind> met() {
        return List.copyOf(met);
    }

    /** Its consequences last this long from now. */
    void lasts(Duration duration) {
        Instant until = scheduler.now().plus(duration);
        last = until.isAfter(last) ? until : last;
    }

    /** For a reader who follows one schedule. */
    void tell(Host host, Supplier<String> what) {
        if (told) {
            log.add(Duration.between(Scheduler.START, scheduler.now()).toMillis() + " ms " + host + " " + what.get());
        }
    }

    void note(String what) {
        log.add(Duration.between(Scheduler.START, scheduler.now()).toMillis() + " ms " + what);
        lasts(Duration.ZERO);
    }

    /** What has not happened does not happen any more. */
    void end() {
        left.clear();
    }

    Instant last() {
        return last;
    }

    List<String> log() {
        return log;
    }
}
