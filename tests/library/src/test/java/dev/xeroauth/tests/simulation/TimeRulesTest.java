package dev.xeroauth.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.testkit.Mood;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the explorer cannot show, because it knows an order and no hours: each rule is left out, and its loss is found. */
@Tag("model")
class TimeRulesTest {

    private static final int SCHEDULES = 40;

    @ParameterizedTest
    @CsvSource({"TIME_IS_NO_PERMISSION, XERO_AWAY", "SECOND_LOOK, REFUSAL"})
    void run_ruleLeftOut_violationIsFound(Rule rule, Kind trouble) {
        long found = violations(trouble, Rule.without(rule));

        System.out.println("simulation-ablation: rule=" + rule + " trouble=" + trouble + " schedules=" + SCHEDULES
                + " violations=" + found);
        assertThat(found).isPositive();
        assertThat(violations(trouble, Rule.all())).isZero();
    }

    private static long violations(Kind trouble, Set<Rule> rules) {
        return LongStream.rangeClosed(1, SCHEDULES)
                .mapToObj(seed -> Plan.of(seed, Mood.SAME_PAIR, Duration.ofMinutes(10), List.of(trouble)))
                .map(plan -> new Simulation(plan, rules, false).run())
                .filter(outcome -> !outcome.violations().isEmpty())
                .count();
    }
}
