package dev.xeroauth.tests.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

/** What came of the lives of one test class. For one thread. */
final class Tally {

    private int planted;
    private long lines;
    private long exceptions;
    private long texts;
    private int found;

    /** Ends a life and looks through everything that was seen of it. Tells the places where something showed. */
    void nothingShows(WatchedLife life) {
        Map<String, String> places = life.found();
        planted += life.canaries.planted();
        lines += life.seen.lines();
        exceptions += life.seen.exceptions();
        texts += life.seen.texts();
        found += places.size();
        assertThat(places).isEmpty();
        assertThat(life.seen.linesFrom("logger dev.xeroauth")).isPositive();
        assertThat(life.seen.linesFrom("logger okhttp3")).isPositive();
    }

    void print() {
        System.out.printf(
                Locale.ROOT,
                "canary: planted=%d looked-through=%d log lines / %d exceptions / %d texts found=%d%n",
                planted,
                lines,
                exceptions,
                texts,
                found);
    }
}
