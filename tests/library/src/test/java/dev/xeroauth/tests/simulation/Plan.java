package dev.xeroauth.tests.simulation;

import dev.xeroauth.testkit.Mood;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
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

    private static final double SELDOM = 0.2;
    private static final double OFTEN = 0.6;

    /** Three processes over a store without a clock, on which all of these fall, and soon. */
    static Plan of(long seed, Mood mood, Duration pace, List<Kind> troubles) {
        List<Duration> skews = List.of(Duration.ofMinutes(-10), Duration.ZERO, Duration.ofMinutes(10));
        return new Plan(seed, mood, skews.size(), skews, false, pace, troubles, OFTEN);
    }

    static Plan of(long seed, List<Kind> kinds, int most) {
        Random random = new Random(seed);
        Mood mood = WITH_A_WINDOW.get(random.nextInt(WITH_A_WINDOW.size()));
        int processes = 1 + random.nextInt(3);
        boolean clock = random.nextInt(4) > 0;
        List<Duration> skews = Stream.generate(() -> random.nextInt(1201) - 600)
                .limit(processes)
                .map(Duration::ofSeconds)
                .toList();
        Duration pace = PACES.get(random.nextInt(PACES.size()));
        List<Kind> troubles = Trouble.drawn(random, kinds, random.nextInt(most + 1)).stream()
                .filter(kind -> kind != Kind.DUPLICATE || pace.compareTo(SimulatedXero.LIFETIME) < 0)
                .toList();
        return new Plan(seed, mood, processes, skews, clock, pace, troubles, SELDOM);
    }

    /** Whether nothing goes wrong that could cost a request. */
    boolean isWithoutFault() {
        return Set.of(Kind.SLOW_XERO).containsAll(troubles);
    }
}
