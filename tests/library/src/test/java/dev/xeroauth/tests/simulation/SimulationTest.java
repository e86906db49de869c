package dev.xeroauth.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many schedules of the real classes. */
@Tag("model")
class SimulationTest {

    private static final int SCHEDULES = Boolean.getBoolean("xero.full") ? 100_000 : 500;
    private static final long SEED = Long.getLong("xero.seed", 20261121);
    private static final int MOST_TROUBLES = 4;
    private static final int SHOWN = 5;

    private record Run(Plan plan, Simulation.Outcome outcome) {

        static Run of(Plan plan, Set<Rule> rules) {
            return new Run(plan, new Simulation(plan, rules, false).run());
        }

        boolean isBad() {
            return !outcome.violations().isEmpty();
        }
    }

    @Test
    void run_anySchedule_losesNoGrantAndRecovers() {
        List<Run> runs = LongStream.range(SEED, SEED + SCHEDULES)
                .parallel()
                .mapToObj(seed -> Run.of(Plan.of(seed, Trouble.bearable(), MOST_TROUBLES), Rule.all()))
                .toList();
        List<Run> bad = runs.stream().filter(Run::isBad).toList();
        Duration slowest = runs.stream()
                .map(run -> run.outcome().recovery())
                .max(Duration::compareTo)
                .orElseThrow();

        System.out.println("simulation: schedules=" + runs.size() + " seed=" + SEED + " violations=" + bad.size()
                + " slowest-recovery=" + slowest.toSeconds() + "s");
        bad.stream().limit(SHOWN).forEach(SimulationTest::show);
        assertThat(bad).isEmpty();
        Map<Kind, Long> met = met(runs);
        System.out.println("simulation-troubles: "
                + met.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" ")));
        assertThat(met).containsOnlyKeys(Trouble.bearable());
    }

    /** How often each has struck. */
    private static Map<Kind, Long> met(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.outcome().met().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** Each token is then presented once, although a refresh takes nearly as long as it may. */
    @Test
    void run_xeroIsSlowAlone_wastesNoRequest() {
        List<Run> runs = LongStream.range(SEED, SEED + 100)
                .mapToObj(seed -> Run.of(Plan.of(seed, List.of(Kind.SLOW_XERO), 1), Rule.all()))
                .toList();

        assertThat(met(runs)).containsOnlyKeys(Kind.SLOW_XERO);
        assertThat(runs).noneMatch(Run::isBad);
    }

    @Test
    void run_theSameSeed_isTheSameScheduleAgain() {
        Plan plan = Plan.of(SEED, List.of(Kind.LATE, Kind.PAUSE, Kind.CRASH, Kind.STORE_DOWN), MOST_TROUBLES);

        assertThat(new Simulation(plan, Rule.all(), true).run())
                .isEqualTo(new Simulation(plan, Rule.all(), true).run());
    }

    /** A failing seed once more, with everything that happened. */
    private static void show(Run run) {
        System.out.println("simulation: " + run.plan() + " " + run.outcome().violations());
        new Simulation(run.plan(), Rule.all(), true).run().log().forEach(line -> System.out.println("  " + line));
    }
}
