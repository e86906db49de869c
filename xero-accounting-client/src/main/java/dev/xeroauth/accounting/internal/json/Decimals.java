package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads decimals with the scale that they were sent with. One that came before in the same answer is the same object. */
final class Decimals {

    /** As many digits as every long can hold. */
    private static final int SHORT = 18;
    /** The most characters of a decimal that is not written as a power of ten, as many as the parser allows. */
    private static final int LONGEST = 1_000;

    private static final int BITS = 9;
    private static final int SIZE = 1 << BITS;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long[] unscaled = new long[SIZE];
    private final @Nullable BigDecimal[] shared = new BigDecimal[SIZE];

    /** Null for an empty text. */
    @Nullable
    BigDecimal read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT
                ? number(parser)
                : quoted(parser);
    }

    private BigDecimal number(JsonParser parser) throws IOException {
        BigDecimal plain = plain(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        return plain != null ? plain : checked(parser, parser.getDecimalValue());
    }

    private static @Nullable BigDecimal quoted(JsonParser parser) throws IOException {
        String text = Scalars.quoted(parser, "decimal number");
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal value = Scalars.number(parser, text, "decimal number", BigDecimal::new);
        return checked(parser, value);
    }

    /** Whether the decimal can be written without a power of ten and read again. */
    static boolean isWritable(BigDecimal value) {
        return Math.abs((long) value.scale()) + value.precision() < LONGEST;
    }

    /** A power of ten is taken as its zeros, since that is how it is written; one that would fill the memory is none. */
    private static BigDecimal checked(JsonParser parser, BigDecimal value) throws UnreadableValueException {
        if (!isWritable(value)) {
            throw new UnreadableValueException(parser, "decimal number");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Null for one that is long, or written in another way than with digits and a point. */
    private @Nullable BigDecimal plain(char[] chars, int from, int length) {
        boolean negative = chars[from] == '-';
        int at = negative ? from + 1 : from;
        int end = from + length;
        if (end - at > SHORT) {
            return null;
        }
        long value = 0;
        int point = end;
        for (; at < end; at++) {
            int digit = chars[at] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (chars[at] == '.' && point == end) {
                point = at;
            } else {
                return null;
            }
        }
        int scale = point == end ? 0 : end - point - 1;
        return share(negative ? -value : value, scale);
    }

    private BigDecimal share(long value, int scale) {
        int place = (int) (((value * 32 + scale) * GOLDEN) >>> (Long.SIZE - BITS));
        BigDecimal known = shared[place];
        if (known != null && unscaled[place] == value && known.scale() == scale) {
            return known;
        }
        BigDecimal made = BigDecimal.valueOf(value, scale);
        unscaled[place] = value;
        shared[place] = made;
        return made;
    }
}
