package dev.xeroauth.accounting.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/**
 * How a companion is written that says the same as its main field: with the form and the main field's value the text can
 * be made again, so that the text is not kept.
 */
final class TimeForm {

    static final int MAX_DIGITS = 9;

    /** The date alone. */
    static final TimeForm DATE = new TimeForm(-1, false);

    private static final TimeForm[] FORMS = new TimeForm[2 * (MAX_DIGITS + 1)];

    static {
        for (int i = 0; i < FORMS.length; i++) {
            FORMS[i] = new TimeForm(i / 2, i % 2 == 1);
        }
    }

    private final int digits;
    private final boolean zulu;

    private TimeForm(int digits, boolean zulu) {
        this.digits = digits;
        this.zulu = zulu;
    }

    /** Date and time with so many digits behind the seconds; always the same object. */
    static TimeForm of(int digits, boolean zulu) {
        return FORMS[digits * 2 + (zulu ? 1 : 0)];
    }

    /** The text for a date or moment. */
    String text(Object value) {
        LocalDateTime time = value instanceof LocalDate date
                ? date.atStartOfDay()
                : LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32).append(time.toLocalDate());
        if (this == DATE) {
            return text.toString();
        }
        text.append('T');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        twoDigits(text, time.getSecond());
        if (digits > 0) {
            String nanos = Integer.toString(1_000_000_000 + time.get(ChronoField.NANO_OF_SECOND));
            text.append('.').append(nanos, 1, 1 + digits);
        }
        return zulu ? text.append('Z').toString() : text.toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
