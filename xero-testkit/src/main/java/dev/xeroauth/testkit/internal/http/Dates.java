package dev.xeroauth.testkit.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as Xero writes and reads them. */
final class Dates {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);

    private Dates() {}

    static String microsoft(Instant at) {
        return "/Date(" + at.toEpochMilli() + "+0000)/";
    }

    static String microsoft(LocalDate day) {
        return microsoft(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static String companion(LocalDate day) {
        return SECONDS.format(day.atStartOfDay());
    }

    static String companion(Instant at) {
        return SECONDS.format(utc(at.truncatedTo(ChronoUnit.SECONDS))) + "Z";
    }

    /** Of the connections. */
    static String sevenDigits(Instant at) {
        return SEVEN_DIGITS.format(utc(at));
    }

    /** Of "token expired at". */
    static String inWords(Instant at) {
        return IN_WORDS.format(utc(at));
    }

    /** Xero ignores every other format without a word. */
    static Optional<Instant> ifModifiedSince(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(header, SECONDS).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
