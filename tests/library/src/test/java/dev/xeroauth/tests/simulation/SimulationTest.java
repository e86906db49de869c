package dev.xeroauth.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many schedules of the real classes. */
@Tag("model")
class SimulationTest {

    private static final boolean FULL = Boolean.getBoolean("xero.full");
    private static final int SCHEDULES = FULL ? 100_000 : 1_000;
    private static final long SEED = Long.getLong("xero.seed", 20261121);
    private static final int MOST_TROUBLES = 4;

    @Test
    void run_anySchedule_losesNoGrantAndRecovers() {
        List<String> failures = new ArrayList<>();
        Duration slowest = Duration.ZERO;
        for (long seed : seeds()) {
            Plan plan = Plan.of(seed, Arrays.asList(Kind.values()), MOST_TROUBLES);
            Simulation.Outcome outcome = new Simulation(plan, Rule.all(), false).run();
            if (!outcome.violations().isEmpty()) {
                failures.add(plan + ": " + outcome.violations() + " after " + outcome.log());
            }
            slowest = outcome.recovery().compareTo(slowest) > 0 ? outcome.recovery() : slowest;
        }
        System.out.println("simulation: schedules=" + SCHEDULES + " seed=" + SEED + " violations=" + failures.size()
                + " slowest-recovery=" + slowest.toSeconds() + "s");
        failures.stream().limit(20).forEach(System.out::println);
        assertThat(failures).isEmpty();
    }

    private static long[] seeds() {
        return LongStream.range(SEED, SEED + SCHEDULES).toArray();
    }
}
