package dev.xeroauth.tests.simulation;

import dev.xeroauth.testkit.Mood;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a seed draws before anything runs. Where nobody asks for half an hour, no request arrives twice: Xero may then have
 * killed what it answered, and nobody looks while the token before is accepted. The README names that among what stays lost.
 *
 * @param seed for all else
 * @param mood how Xero treats a refresh token that was used before
 * @param processes how many
 * @param skews how far the clock of each host is ahead
 * @param storeHasClock whether the store tells its time
 * @param pace the longest time between two requests of a process
 * @param troubles what goes wrong
 * @param chance of each trouble at each call
 */
record Plan(
        long seed,
        Mood mood,
        int processes,
        List<Duration> skews,
        boolean storeHasClock,
        Duration pace,
        List<Kind> troubles,
        double chance) {

    private static final List<Mood> WITH_A_WINDOW = List.of(
            Mood.SAME_PAIR,
            Mood.SAME_PAIR_UNTIL_SUCCESSOR_USED,
            Mood.FRESH_PAIR,
            Mood.FRESH_PAIR_UNTIL_SUCCESSOR_USED,
            Mood.NEWEST_ONLY,
            Mood.NEWEST_KILLS_DESCENDANTS);

    private static final List<Duration> PACES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(50));

    /** In seconds; without the store's clock the hosts' clocks have to be right. */
    private static final int FURTHEST_WITH_A_CLOCK = 600;

    private static final int FURTHEST_WITHOUT = 5;

    private static final double SELDOM = 0.2;

    static Plan of(long seed, List<Kind> kinds, int most) {
        Random random = new Random(seed);
        Mood mood = WITH_A_WINDOW.get(random.nextInt(WITH_A_WINDOW.size()));
        int processes = 1 + random.nextInt(3);
        boolean clock = random.nextInt(4) > 0;
        int furthest = clock ? FURTHEST_WITH_A_CLOCK : FURTHEST_WITHOUT;
        List<Duration> skews = Stream.generate(() -> random.nextInt(2 * furthest + 1) - furthest)
                .limit(processes)
                .map(Duration::ofSeconds)
                .toList();
        Duration pace = PACES.get(random.nextInt(PACES.size()));
        List<Kind> troubles = Trouble.drawn(random, kinds, random.nextInt(most + 1)).stream()
                .filter(kind -> kind != Kind.DUPLICATE || pace.compareTo(SimulatedXero.LIFETIME) < 0)
                .toList();
        if (troubles.contains(Kind.STORE_FORGETS)) {
            // A note that is lost, and with it the only one who knew of it: named among what stays lost.
            troubles = troubles.stream().filter(kind -> kind != Kind.CRASH).toList();
        }
        return new Plan(seed, mood, processes, skews, clock, pace, oneAwake(troubles, processes), SELDOM);
    }

    /** Where all of them may sleep at once, nobody is there for longer than any rule helps. */
    private static List<Kind> oneAwake(List<Kind> troubles, int processes) {
        List<Kind> left = new ArrayList<>(troubles);
        while (processes > 1 && Collections.frequency(left, Kind.SLEEP) >= processes) {
            left.remove(Kind.SLEEP);
        }
        return List.copyOf(left);
    }

    /** Whether nothing goes wrong that a process which dies would turn into a loss; the README names those. */
    boolean bearsADeath() {
        return !isWithoutFault()
                && Collections.disjoint(troubles, List.of(Kind.STORE_FORGETS, Kind.XERO_AWAY, Kind.REFUSAL));
    }

    /** How far ahead of the true time a time in a record may be compared. */
    Duration ahead() {
        return storeHasClock ? Duration.ZERO : Collections.max(skews);
    }

    /** Whether nothing goes wrong that could cost a request. */
    boolean isWithoutFault() {
        return Set.of(Kind.SLOW_XERO).containsAll(troubles);
    }
}
