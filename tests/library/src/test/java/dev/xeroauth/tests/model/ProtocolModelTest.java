package dev.xeroauth.tests.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.testkit.Mood;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The production decisions against every mood of the server, in every order in which things can happen. */
@Tag("model")
@Execution(ExecutionMode.CONCURRENT)
class ProtocolModelTest {

    private static final boolean FULL = Boolean.getBoolean("xero.full");
    private static final int MOST = FULL ? 4_000_000 : 400_000;
    private static final int MOST_OF_THREE = FULL ? 1_500_000 : 15_000;

    @ParameterizedTest
    @EnumSource
    void explore_twoProcesses_loseNothingThatCouldBeKept(Mood mood) {
        List<Exploration> explorations = new ArrayList<>(ofEachFault(mood));
        explorations.addAll(ofSeveralFaults(mood));

        explore(mood, 2, explorations);
    }

    @ParameterizedTest
    @EnumSource
    void explore_threeProcesses_loseNothingThatCouldBeKept(Mood mood) {
        Budget budget = Budget.of(3, 2, Fault.CRASH, Fault.PAUSE, Fault.LATE, Fault.REFUSAL);

        explore(mood, 3, List.of(of(mood, Server.Consents.INDEPENDENT, budget, MOST_OF_THREE)));
    }

    private static List<Exploration> ofEachFault(Mood mood) {
        List<Exploration> each = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (Server.Consents consents : Server.Consents.values()) {
                if (fault == Fault.CONSENT || consents == Server.Consents.INDEPENDENT) {
                    each.add(of(mood, consents, Budget.of(2, 2, fault), MOST));
                }
            }
        }
        return each;
    }

    private static List<Exploration> ofSeveralFaults(Mood mood) {
        List<Exploration> several = new ArrayList<>();
        several.add(several(mood, Fault.CRASH, Fault.PAUSE));
        several.add(several(mood, Fault.LATE, Fault.LOST_ANSWER));
        several.add(several(mood, Fault.CONSENT, Fault.LATE));
        several.add(several(mood, Fault.REFUSAL, Fault.INSISTENCE));
        if (FULL) {
            for (Fault one : Fault.values()) {
                for (Fault other : EnumSet.range(one, Fault.CONSENT)) {
                    if (isJudged(mood, one, other)) {
                        several.add(several(mood, one, other));
                    }
                }
            }
            for (Fault lost : List.of(Fault.LATE, Fault.LOST_ANSWER, Fault.LOST_REQUEST)) {
                several.add(several(mood, Fault.CRASH, Fault.PAUSE, lost));
            }
            several.add(several(mood, Fault.DUPLICATE, Fault.LOST_ANSWER, Fault.CRASH, Fault.PAUSE));
            several.add(of(
                    mood,
                    Server.Consents.INDEPENDENT,
                    Budget.of(2, 3, Fault.LATE, Fault.LATE, Fault.LOST_ANSWER),
                    MOST));
        }
        return several;
    }

    /**
     * A server that refuses a good token at both looks is believed. And whoever completes a consent is no process here, so that
     * nobody looks again whether the store has kept it.
     */
    private static boolean isJudged(Mood mood, Fault one, Fault other) {
        boolean refusedTwice = one == Fault.REFUSAL && other == Fault.REFUSAL;
        boolean consentForgotten = one == Fault.STORE_FORGETS && other == Fault.CONSENT;
        return !refusedTwice && !(consentForgotten && mood.name().startsWith("NO_WINDOW"));
    }

    private static Exploration several(Mood mood, Fault... faults) {
        return of(mood, Server.Consents.INDEPENDENT, Budget.of(2, 2, faults), MOST);
    }

    private static Exploration of(Mood mood, Server.Consents consents, Budget budget, int most) {
        return new Exploration(mood, consents, Rule.all(), budget, most);
    }

    private static void explore(Mood mood, int processes, List<Exploration> explorations) {
        long worlds = 0;
        long unavoidable = 0;
        int complete = 0;
        List<String> violations = new ArrayList<>();
        for (Exploration exploration : explorations) {
            Explorer.Found found = exploration.run();
            worlds += found.worlds();
            unavoidable += found.unavoidable();
            complete += found.complete() ? 1 : 0;
            found.violation().ifPresent(way -> violations.add(told(exploration, way)));
        }
        System.out.printf(
                Locale.ROOT,
                "model: mood=%s processes=%d states=%d violations=%d unavoidable=%d declared=%s walks=%d complete=%d%n",
                mood,
                processes,
                worlds,
                violations.size(),
                unavoidable,
                Exploration.unavoidable(mood),
                explorations.size(),
                complete);
        assertThat(violations).isEmpty();
        assertThat(complete).isEqualTo(processes == 2 ? explorations.size() : complete);
    }

    private static String told(Exploration exploration, List<String> way) {
        return exploration.mood() + " with " + exploration.budget().told() + "\n  " + String.join("\n  ", way);
    }
}
