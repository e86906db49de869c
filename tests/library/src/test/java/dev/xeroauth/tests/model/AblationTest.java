package dev.xeroauth.tests.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.testkit.Mood;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule left out: the explorer has to find a connection that is lost, and with the rule it has to find none. */
@Tag("model")
@Execution(ExecutionMode.CONCURRENT)
class AblationTest {

    private static final int MOST = 300_000;
    /** The third one finds nothing sooner, and costs five times as many worlds. */
    private static final int MOST_PROCESSES = Boolean.getBoolean("xero.full") ? 3 : 2;

    /** Where a rule is missed. */
    @SuppressWarnings("ImmutableEnumChecker") // A list of an enum's constants, made once.
    enum Without {
        PREVIOUS_TOKEN_CRASH(Rule.PREVIOUS_TOKEN, Mood.NEWEST_ONLY, Fault.CRASH),
        PREVIOUS_TOKEN_LATE(Rule.PREVIOUS_TOKEN, Mood.NEWEST_ONLY, Fault.LATE),
        PREVIOUS_TOKEN_DUPLICATE(Rule.PREVIOUS_TOKEN, Mood.NEWEST_ONLY, Fault.DUPLICATE),
        SPARES(Rule.SPARES, Mood.NO_WINDOW, Fault.PAUSE),
        GENERATION(Rule.GENERATION, Mood.NEWEST_ONLY, Fault.CONSENT),
        NONCE(Rule.NONCE, Mood.NEWEST_KILLS_DESCENDANTS, Fault.PAUSE, Fault.LOST_ANSWER),
        LOOK_FOR_WHAT_I_WROTE(Rule.LOOK_FOR_WHAT_I_WROTE, Mood.NO_WINDOW, Fault.STORE_THROWS),
        SECOND_LOOK(Rule.SECOND_LOOK, Mood.SAME_PAIR, Fault.REFUSAL),
        TRAVELLING_REQUESTS_LATE(Rule.TRAVELLING_REQUESTS, Mood.NEWEST_KILLS_DESCENDANTS, Fault.LATE),
        TRAVELLING_REQUESTS_CRASH(Rule.TRAVELLING_REQUESTS, Mood.NEWEST_KILLS_DESCENDANTS, Fault.CRASH),
        TRAVELLING_REQUESTS_DUPLICATE(Rule.TRAVELLING_REQUESTS, Mood.NEWEST_KILLS_DESCENDANTS, Fault.DUPLICATE),
        LEASE_GOOD_FOR(Rule.LEASE_GOOD_FOR, Mood.NEWEST_KILLS_DESCENDANTS, Fault.CRASH, Fault.PAUSE),
        VERDICTS_ANEW(Rule.VERDICTS_ANEW, Mood.NO_WINDOW, Fault.PAUSE);

        private final Rule rule;
        private final Mood mood;
        private final List<Fault> faults;

        Without(Rule rule, Mood mood, Fault... faults) {
            this.rule = rule;
            this.mood = mood;
            this.faults = List.of(faults);
        }

        Explorer.Found explore(Set<Rule> rules, int processes) {
            Budget budget = Budget.of(processes, 2, faults.toArray(Fault[]::new));
            return new Exploration(mood, Server.Consents.INDEPENDENT, rules, budget, MOST).run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void explore_aRuleLeftOut_findsALoss(Without without) {
        for (int processes = 2; processes <= MOST_PROCESSES; processes++) {
            Explorer.Found found = without.explore(Rule.without(without.rule), processes);
            System.out.printf(
                    Locale.ROOT,
                    "ablation: rule=%s mood=%s faults=%s processes=%d counter-example=%s steps=%d states=%d%n",
                    without.rule,
                    without.mood,
                    without.faults,
                    processes,
                    found.violation().isPresent() ? "found" : "MISSING",
                    found.violation().map(way -> way.size()).orElse(0),
                    found.worlds());
            assertThat(found.violation()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void explore_noRuleLeftOut_findsNone(Without without) {
        assertThat(without.explore(Rule.all(), 2).violation()).isEmpty();
    }

    @Test
    void without_everyRuleThatNeedsNoClock_isTried() {
        Set<Rule> tried = new TreeSet<>();
        Arrays.stream(Without.values()).forEach(without -> tried.add(without.rule));

        Set<Rule> notOfThisWorld = EnumSet.range(Rule.CONFIRM, Rule.SHARED_CLOCK_OR_OWN_COUNTER);
        assertThat(tried).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(notOfThisWorld)));
    }
}
