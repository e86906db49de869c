package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads texts. A short one that came before in the same answer is the same String, as long as its place was not needed. */
final class Texts {

    private static final int SIZE = 1 << 10;
    private static final int LONGEST_SHARED = 48;

    private final @Nullable String[] shared = new String[SIZE];

    String read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return other(parser);
        }
        int length = parser.getTextLength();
        if (length > LONGEST_SHARED) {
            return parser.getText();
        }
        return length == 0 ? "" : share(parser.getTextCharacters(), parser.getTextOffset(), length);
    }

    /** A number or boolean in the place of a text is its text. */
    private static String other(JsonParser parser) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw new UnreadableValueException(parser, "text");
        }
        return parser.getText();
    }

    private String share(char[] chars, int from, int length) {
        int place = place(chars, from, length);
        String known = shared[place];
        if (known != null && known.length() == length && same(known, chars, from, length)) {
            return known;
        }
        String made = new String(chars, from, length);
        shared[place] = made;
        return made;
    }

    /** Of a few characters only: another text in the same place costs no more than a text that is not shared. */
    private static int place(char[] chars, int from, int length) {
        int last = from + length - 1;
        int hash = length * 31 + chars[from];
        hash = hash * 31 + chars[from + length / 2];
        hash = hash * 31 + chars[Math.max(last - 2, from)];
        hash = hash * 31 + chars[Math.max(last - 1, from)];
        hash = hash * 31 + chars[last];
        return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SIZE - 1);
    }

    private static boolean same(String known, char[] chars, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
