package dev.xeroauth.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.testkit.Mood;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the explorer cannot show, because it knows an order and no hours: each rule is left out, and its loss is found. */
@Tag("model")
class TimeRulesTest {

    private static final double CHANCE = 0.3;
    private static final List<Duration> APART = List.of(Duration.ofMinutes(-10), Duration.ZERO, Duration.ofMinutes(10));
    /**
     * A rule, and where its loss is found.
     *
     * @param mood how Xero treats a refresh token that was used before
     * @param storeHasClock whether the store tells its time
     * @param pace the longest time between two requests of a process
     * @param schedules so many, because some losses are rare
     * @param troubles what goes wrong
     */
    private record Ablation(
            Rule rule, Mood mood, boolean storeHasClock, Duration pace, int schedules, List<Kind> troubles) {

        private Plan plan(long seed) {
            return new Plan(seed, mood, APART.size(), APART, storeHasClock, pace, troubles, CHANCE);
        }

        private long violations(Set<Rule> rules) {
            return LongStream.rangeClosed(1, schedules)
                    .parallel()
                    .mapToObj(seed -> new Simulation(plan(seed), rules, false).run())
                    .filter(outcome -> !outcome.violations().isEmpty())
                    .count();
        }
    }

    static List<Ablation> ablations() {
        Duration seldom = Duration.ofMinutes(10);
        Duration often = Duration.ofMinutes(1);
        return List.of(
                new Ablation(Rule.TIME_IS_NO_PERMISSION, Mood.SAME_PAIR, false, seldom, 40, List.of(Kind.XERO_AWAY)),
                new Ablation(Rule.SECOND_LOOK, Mood.SAME_PAIR, false, seldom, 40, List.of(Kind.REFUSAL)),
                new Ablation(Rule.CONFIRM, Mood.NEWEST_ONLY, true, often, 120, Collections.nCopies(5, Kind.LATE)),
                new Ablation(
                        Rule.LEASE_GOOD_FOR,
                        Mood.NEWEST_KILLS_DESCENDANTS,
                        true,
                        seldom,
                        40,
                        List.of(Kind.PAUSE_AND_CRASH)),
                new Ablation(
                        Rule.TRAVELLING_REQUESTS,
                        Mood.NEWEST_KILLS_DESCENDANTS,
                        true,
                        often,
                        250,
                        Stream.of(Collections.nCopies(4, Kind.LATE), Collections.nCopies(6, Kind.REFUSED_BY_API))
                                .flatMap(List::stream)
                                .toList()),
                new Ablation(
                        Rule.SHARED_CLOCK_OR_OWN_COUNTER,
                        Mood.SAME_PAIR,
                        false,
                        Duration.ofHours(2),
                        40,
                        List.of(Kind.SLOW_XERO)));
    }

    @ParameterizedTest
    @MethodSource("ablations")
    void run_ruleLeftOut_violationIsFound(Ablation ablation) {
        long found = ablation.violations(Rule.without(ablation.rule));

        System.out.println("simulation-ablation: rule=" + ablation.rule + " trouble="
                + ablation.troubles.stream().distinct().map(Kind::name).collect(Collectors.joining(","))
                + " schedules=" + ablation.schedules + " violations=" + found);
        assertThat(found).isPositive();
        assertThat(ablation.violations(Rule.all())).isZero();
    }
}
