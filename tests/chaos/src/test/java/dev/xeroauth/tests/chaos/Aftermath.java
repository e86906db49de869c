package dev.xeroauth.tests.chaos;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.testkit.Ledger.Presentation;
import dev.xeroauth.testkit.Mood;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What is left, and what Xero's ledgers tell about it.
 *
 * @param tally what happened
 * @param standings one for each grant
 * @param ledgers all presentations
 */
record Aftermath(Tally tally, List<Standing> standings, List<Line> ledgers) {

    String describe() {
        return String.format(
                "kills=%d stops=%d refreshes=%d ambiguous=%d salvaged=%d late=%d alive=%d/%d disconnected=%d",
                tally.kills(),
                tally.stops(),
                sum(LedgerReading::refreshes),
                sum(LedgerReading::ambiguous),
                sum(LedgerReading::salvaged),
                dead().filter(this::isLate).count(),
                standings.stream().filter(Standing::alive).count(),
                standings.size(),
                standings.stream()
                        .filter(each -> each.status() == GrantStatus.DISCONNECTED)
                        .count());
    }

    /** A run in which nothing happens proves nothing. */
    boolean hasSeenTrouble() {
        return tally.kills() > 0 && tally.stops() > 0 && sum(LedgerReading::refreshes) > standings.size();
    }

    /** Those that are not well, though no request came late. */
    List<String> lost() {
        return dead().filter(each -> !isLate(each)).map(this::history).toList();
    }

    private Stream<Standing> dead() {
        return standings.stream().filter(each -> !each.alive());
    }

    private boolean isLate(Standing standing) {
        return readings().get(standing.mood()).wasOvertaken(standing.place());
    }

    private String history(Standing standing) {
        List<Presentation> all = of(standing.mood()).stream()
                .filter(each -> each.consent() == standing.place())
                .toList();
        return standing + " " + all;
    }

    private int sum(ToIntFunction<LedgerReading> what) {
        return readings().values().stream().mapToInt(what).sum();
    }

    private Map<Mood, LedgerReading> readings() {
        Map<Mood, LedgerReading> readings = new EnumMap<>(Mood.class);
        Moods.WITH_A_WINDOW.forEach(mood -> readings.put(mood, LedgerReading.of(of(mood))));
        return readings;
    }

    private List<Presentation> of(Mood mood) {
        return ledgers.stream()
                .filter(line -> line.mood() == mood)
                .map(Line::presentation)
                .toList();
    }
}
