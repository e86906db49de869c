package dev.xeroauth.benchmarks.process;

import java.time.Instant;
import java.time.LocalDate;

/** {@code /Date(1735689600000+0000)/} as it is. */
final class XeroDate {

    private static final int BEGIN = "/Date(".length();

    private XeroDate() {}

    static LocalDate date(String text) {
        return LocalDate.ofEpochDay(Math.floorDiv(millis(text), 86_400_000L));
    }

    static Instant instant(String text) {
        return Instant.ofEpochMilli(millis(text));
    }

    private static long millis(String text) {
        int end = text.indexOf('+', BEGIN);
        return Long.parseLong(text, BEGIN, end < 0 ? text.indexOf(')') : end, 10);
    }
}
