package dev.xeroauth.accounting;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The names of files as Xero takes them, and as they go into an address. */
final class AttachmentName {

    private static final int LONGEST = 255;
    private static final String FORBIDDEN = "<>:\"/\\|?*";
    private static final String UNRESERVED = "-._~";

    private AttachmentName() {}

    static String checked(String name) {
        if (name.isBlank() || name.length() > LONGEST || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException(
                    "The name of a file has 1 to " + LONGEST + " characters, and is neither blank nor . or ..");
        }
        if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "The name of a file holds none of < > : \" / \\ | ? * and no control character at Xero");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("The name of the file holds half a character");
        }
        return name;
    }

    /** Everything but RFC 3986's unreserved characters as {@code %XX}: OkHttp alone would leave a {@code +} as it is. */
    static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            if (isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", one & 0xFF));
            }
        }
        return encoded.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
