package dev.xeroauth.accounting.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Parses the ways in which Xero writes ISO 8601: {@code 2018-10-20}, {@code 2018-10-20T16:31:30}, the same with a
 * fraction, the same with a Z. It holds what it read last, and makes no object. Not thread-safe.
 */
final class IsoTime {

    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    /** Less than what any other digits can make up for. */
    private static final int BAD = -10_000;

    private static final int SECONDS_PER_DAY = 86_400;

    private long epochDay;
    private int second;
    private int nanos;

    long epochDay() {
        return epochDay;
    }

    long epochSecond() {
        return epochDay * SECONDS_PER_DAY + second;
    }

    int nanos() {
        return nanos;
    }

    boolean isMidnight() {
        return second == 0 && nanos == 0;
    }

    /** The form of the text, or null where it is written in another way; the rest is then undefined. */
    @Nullable
    TimeForm parse(char[] chars, int from, int length) {
        if (length < DATE_LENGTH || !parseDate(chars, from)) {
            return null;
        }
        second = 0;
        nanos = 0;
        if (length == DATE_LENGTH) {
            return TimeForm.DATE;
        }
        return length >= TIME_LENGTH && parseTime(chars, from + DATE_LENGTH) ? parseEnd(chars, from, length) : null;
    }

    private boolean parseDate(char[] chars, int from) {
        int year = number(chars, from, 2) * 100 + number(chars, from + 2, 2);
        int month = number(chars, from + 5, 2);
        int day = number(chars, from + 8, 2);
        if (chars[from + 4] != '-' || chars[from + 7] != '-' || year < 0 || month < 1 || month > 12) {
            return false;
        }
        int lengthOfMonth = month == 2 ? (isLeap(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
        epochDay = daysBefore(year, month) + day - 1;
        return day >= 1 && day <= lengthOfMonth;
    }

    /** The days from 1970 to the first of a month, with years that begin in March. */
    private static long daysBefore(int year, int month) {
        int shifted = month > 2 ? year : year - 1;
        int sinceMarch = month > 2 ? month - 3 : month + 9;
        long leaps = (long) Math.floorDiv(shifted, 4) - Math.floorDiv(shifted, 100) + Math.floorDiv(shifted, 400);
        return shifted * 365L + leaps + (153 * sinceMarch + 2) / 5 - 719_468;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private boolean parseTime(char[] chars, int from) {
        int hour = number(chars, from + 1, 2);
        int minute = number(chars, from + 4, 2);
        int ofMinute = number(chars, from + 7, 2);
        second = (hour * 60 + minute) * 60 + ofMinute;
        return chars[from] == 'T'
                && chars[from + 3] == ':'
                && chars[from + 6] == ':'
                && (hour | minute | ofMinute) >= 0
                && hour < 24
                && minute < 60
                && ofMinute < 60;
    }

    /** The fraction of the second and the Z, each if there is one. */
    private @Nullable TimeForm parseEnd(char[] chars, int from, int length) {
        boolean zulu = chars[from + length - 1] == 'Z';
        int end = from + length - (zulu ? 1 : 0);
        int at = from + TIME_LENGTH;
        if (at == end) {
            return TimeForm.of(0, zulu);
        }
        int digits = end - at - 1;
        if (chars[at] != '.' || digits < 1 || digits > TimeForm.MAX_DIGITS) {
            return null;
        }
        for (int i = 0; i < TimeForm.MAX_DIGITS; i++) {
            int digit = i < digits ? number(chars, at + 1 + i, 1) : 0;
            if (digit == BAD) {
                return null;
            }
            nanos = nanos * 10 + digit;
        }
        return TimeForm.of(digits, zulu);
    }

    /** The number of one or two digits. */
    private static int number(char[] chars, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return BAD;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
