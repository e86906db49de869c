package dev.xeroauth.tests.simulation;

import dev.xeroauth.testkit.Mood;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a seed draws before anything runs.
 *
 * @param seed for all else
 * @param mood how Xero treats a refresh token that was used before
 * @param processes how many
 * @param skews how far the clock of each host is ahead
 * @param storeHasClock whether the store tells its time
 * @param troubles what goes wrong
 */
record Plan(long seed, Mood mood, int processes, List<Duration> skews, boolean storeHasClock, List<Kind> troubles) {

    private static final List<Mood> WITH_A_WINDOW = List.of(
            Mood.SAME_PAIR,
            Mood.SAME_PAIR_UNTIL_SUCCESSOR_USED,
            Mood.FRESH_PAIR,
            Mood.FRESH_PAIR_UNTIL_SUCCESSOR_USED,
            Mood.NEWEST_ONLY,
            Mood.NEWEST_KILLS_DESCENDANTS);

    static Plan of(long seed, List<Kind> kinds, int most) {
        Random random = new Random(seed);
        Mood mood = WITH_A_WINDOW.get(random.nextInt(WITH_A_WINDOW.size()));
        int processes = 1 + random.nextInt(3);
        boolean clock = random.nextInt(4) > 0;
        List<Duration> skews = Stream.generate(() -> clock ? random.nextInt(1201) - 600 : 0)
                .limit(processes)
                .map(Duration::ofSeconds)
                .toList();
        return new Plan(seed, mood, processes, skews, clock, Trouble.drawn(random, kinds, random.nextInt(most + 1)));
    }
}
