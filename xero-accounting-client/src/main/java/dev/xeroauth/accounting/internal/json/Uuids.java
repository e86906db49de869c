package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads ids from the parser's characters, without a String in between. Stricter than {@link UUID#fromString}. */
final class Uuids {

    private static final int LENGTH = 36;
    private static final byte NO_HEX = -1;
    private static final int LAST = 0x80;
    private static final byte[] DIGITS = digits();

    private Uuids() {}

    static @Nullable UUID read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            int length = parser.getTextLength();
            if (length == 0) {
                return null;
            }
            UUID uuid = length == LENGTH ? parse(parser.getTextCharacters(), parser.getTextOffset()) : null;
            if (uuid != null) {
                return uuid;
            }
        }
        throw new UnreadableValueException(parser, "UUID");
    }

    private static @Nullable UUID parse(char[] chars, int at) {
        long timeLow = hex(chars, at, 8);
        long timeMid = hex(chars, at + 9, 4);
        long timeHigh = hex(chars, at + 14, 4);
        long clock = hex(chars, at + 19, 4);
        long node = hex(chars, at + 24, 12);
        boolean dashed =
                chars[at + 8] == '-' && chars[at + 13] == '-' && chars[at + 18] == '-' && chars[at + 23] == '-';
        if (!dashed || (timeLow | timeMid | timeHigh | clock | node) < 0) {
            return null;
        }
        return new UUID(timeLow << 32 | timeMid << 16 | timeHigh, clock << 48 | node);
    }

    /** Less than 0 if one of them is no digit; without a branch, since no processor guesses which digits are letters. */
    private static long hex(char[] chars, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            int c = chars[i];
            value = (value << 4) | DIGITS[Math.min(c, LAST)];
        }
        return value;
    }

    /** ASCII only; {@link Character#digit(char, int)} takes the digits of every script. */
    private static byte[] digits() {
        byte[] digits = new byte[LAST + 1];
        Arrays.fill(digits, NO_HEX);
        for (char c = 0; c < LAST; c++) {
            digits[c] = (byte) Character.digit(c, 16);
        }
        return digits;
    }
}
