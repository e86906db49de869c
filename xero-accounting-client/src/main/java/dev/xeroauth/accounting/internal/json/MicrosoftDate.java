package dev.xeroauth.accounting.internal.json;

/** Parses {@code /Date(1518685950940+0000)/}, with or without the offset, before and after 1970. */
final class MicrosoftDate {

    /** What {@link #millis} returns for a text that is no such date; 18 digits cannot reach it. */
    static final long NONE = Long.MIN_VALUE;

    private static final String START = "/Date(";
    private static final int MAX_DIGITS = 18;
    private static final int OFFSET_LENGTH = 5;

    private MicrosoftDate() {}

    static long millis(char[] chars, int from, int length) {
        int end = from + length - 2;
        int digits = from + START.length();
        if (end < digits || !startsWith(chars, from) || chars[end] != ')' || chars[end + 1] != '/') {
            return NONE;
        }
        boolean negative = chars[digits] == '-';
        digits += negative ? 1 : 0;
        int afterDigits = skipDigits(chars, digits, end);
        int count = afterDigits - digits;
        if (count == 0 || count > MAX_DIGITS || !isOffsetOrNothing(chars, afterDigits, end)) {
            return NONE;
        }
        long millis = 0;
        for (int i = digits; i < afterDigits; i++) {
            millis = millis * 10 + (chars[i] - '0');
        }
        return negative ? -millis : millis;
    }

    private static boolean startsWith(char[] chars, int from) {
        for (int i = 0; i < START.length(); i++) {
            if (chars[from + i] != START.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOffsetOrNothing(char[] chars, int from, int end) {
        if (from == end) {
            return true;
        }
        boolean signed = chars[from] == '+' || chars[from] == '-';
        return signed && end - from == OFFSET_LENGTH && skipDigits(chars, from + 1, end) == end;
    }

    private static int skipDigits(char[] chars, int from, int end) {
        int at = from;
        while (at < end && chars[at] >= '0' && chars[at] <= '9') {
            at++;
        }
        return at;
    }
}
