package dev.xeroauth.accounting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** Values as the language of Xero's filters writes them. */
final class Literals {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** As many digits as Xero's decimals have, before the point and after it. */
    private static final int MOST_DIGITS = 28;

    private Literals() {}

    /** No escape is documented, and a text that ended early would be another filter. */
    static String text(String value) {
        if (!Texts.isWhole(value) || value.chars().anyMatch(Literals::cannotBeQuoted)) {
            throw new IllegalArgumentException("Xero's filters cannot express a text with a double quote, a backslash,"
                    + " a control character or half a character: filter by something else");
        }
        return '"' + value + '"';
    }

    static String decimal(BigDecimal value) {
        long whole = (long) value.precision() - value.scale();
        if (value.scale() > MOST_DIGITS || whole > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "A number in a filter has at most " + MOST_DIGITS + " digits on either side of its point");
        }
        return value.toPlainString();
    }

    static String date(LocalDate value) {
        checkYear(value.getYear());
        return String.format(
                Locale.ROOT, "DateTime(%d, %d, %d)", value.getYear(), value.getMonthValue(), value.getDayOfMonth());
    }

    /** In UTC, cut down to whole seconds. */
    static String instant(Instant value) {
        OffsetDateTime time = readable(value).atOffset(ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "DateTime(%d, %d, %d, %d, %d, %d)",
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    static String id(UUID value) {
        return "Guid(\"" + value + "\")";
    }

    /** A moment that Xero can read. */
    static Instant readable(Instant value) {
        if (!isReadable(value)) {
            throw new IllegalArgumentException("Xero reads the years 1 to 9999, which " + value + " is not in");
        }
        return value;
    }

    static boolean isReadable(Instant value) {
        return !value.isBefore(FIRST) && value.isBefore(END);
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("Xero reads the years 1 to 9999, not " + year);
        }
    }

    private static boolean cannotBeQuoted(int character) {
        return character == '"' || character == '\\' || Character.isISOControl(character);
    }
}
