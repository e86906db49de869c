package dev.xeroauth.testkit.internal.books;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as Xero writes and reads them. */
public final class Dates {

    private static final Pattern WIRE = Pattern.compile("/Date\\((-?\\d{1,15})(?:[+-]\\d{4})?\\)/");
    private static final int DAY = 10;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);

    private Dates() {}

    /** An instant as the API writes it. */
    public static String microsoft(Instant at) {
        return "/Date(" + at.toEpochMilli() + "+0000)/";
    }

    /** A calendar date as the API writes it: midnight in UTC. */
    public static String microsoft(LocalDate day) {
        return microsoft(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The text beside a calendar date. */
    public static String companion(LocalDate day) {
        return SECONDS.format(day.atStartOfDay());
    }

    /** The text beside an instant. */
    public static String companion(Instant at) {
        return SECONDS.format(utc(at.truncatedTo(ChronoUnit.SECONDS))) + "Z";
    }

    /** Of the connections. */
    public static String sevenDigits(Instant at) {
        return SEVEN_DIGITS.format(utc(at));
    }

    /** Of "token expired at". */
    public static String inWords(Instant at) {
        return IN_WORDS.format(utc(at));
    }

    /** Xero ignores every other format without a word. */
    public static Optional<Instant> ifModifiedSince(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(header, SECONDS).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads what the API wrote, or a date or time of ISO 8601 in UTC; none: it is neither. */
    public static Optional<Instant> read(String text) {
        try {
            Matcher wire = WIRE.matcher(text);
            if (wire.matches()) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(wire.group(1))));
            }
            return Optional.of(
                    text.length() == DAY
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The day in UTC. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
