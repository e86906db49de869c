package dev.xeroauth.tests.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.testkit.Mood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ways to lose that {@code docs/refresh.md} prints are what the explorer finds. */
@Tag("model")
class DocumentedLossesTest {

    private static final int MOST = 100_000;

    @Test
    void lockAndFencedSave_onePause_loseAsPrinted() throws IOException {
        Budget budget = Budget.of(2, 1, Fault.PAUSE);

        List<String> way = shortest(Mood.NEWEST_ONLY, budget, Rule.PREVIOUS_TOKEN, Rule.SPARES);

        assertThat(printed()).contains(block(way));
    }

    @Test
    void noPreviousToken_oneLateRequest_losesAsPrinted() throws IOException {
        List<String> way = shortest(Mood.NEWEST_ONLY, Budget.of(1, 2, Fault.LATE), Rule.PREVIOUS_TOKEN);

        assertThat(printed()).contains(block(way));
    }

    @Test
    void travellingRequestsForgotten_oneLateRequest_losesAsPrinted() throws IOException {
        List<String> before = shortest(Mood.NEWEST_ONLY, Budget.of(1, 2, Fault.LATE), Rule.PREVIOUS_TOKEN);
        int common = before.size() - 1;

        List<String> way =
                shortest(Mood.NEWEST_KILLS_DESCENDANTS, Budget.of(1, 3, Fault.LATE), Rule.TRAVELLING_REQUESTS);

        // It is printed from where the two part.
        assertThat(way.subList(0, common)).isEqualTo(before.subList(0, common));
        assertThat(printed()).contains(block(way.subList(common, way.size())));
    }

    private static List<String> shortest(Mood mood, Budget budget, Rule... leftOut) {
        Set<Rule> rules = EnumSet.complementOf(EnumSet.copyOf(List.of(leftOut)));
        return new Exploration(mood, Server.Consents.INDEPENDENT, rules, budget, MOST)
                .run()
                .violation()
                .orElseThrow();
    }

    private static String block(List<String> way) {
        return "```text\n" + String.join("\n", way) + "\n```";
    }

    private static String printed() throws IOException {
        return Files.readString(Path.of("../../docs/refresh.md"), UTF_8);
    }
}
