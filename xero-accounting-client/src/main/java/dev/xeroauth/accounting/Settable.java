package dev.xeroauth.accounting;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers and parameters an application may set. No message shows a value. */
final class Settable {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Set<String> OWN_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "contenttype",
            "host",
            "idempotency-key",
            "keep-alive",
            "proxy-authorization",
            "range",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "xero-tenant-id");
    private static final Set<String> OWN_PARAMETERS = Set.of("includeonline", "page", "pagesize", "summarizeerrors");
    static final int LONGEST_KEY = 128;

    private Settable() {}

    static String header(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a header has 1 to 100 letters, digits and hyphens; this one has not");
        }
        requireUnset(name, !OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        return name;
    }

    static String headerValue(String value) {
        if (!isPrintable(value)) {
            throw new IllegalArgumentException(
                    "The value of a header may hold printable ASCII alone: encode whatever else it has to say");
        }
        return value;
    }

    static String parameter(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of the parameter is blank");
        }
        requireUnset(name, !OWN_PARAMETERS.contains(name.toLowerCase(Locale.ROOT)));
        return name;
    }

    static String idempotencyKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY || !isPrintable(key)) {
            throw new IllegalArgumentException("An idempotency key has 1 to " + LONGEST_KEY
                    + " characters of printable ASCII, not all of them spaces: a UUID does");
        }
        return key;
    }

    static void requireUnset(String name, boolean unset) {
        if (!unset) {
            throw new IllegalArgumentException(
                    "The library sets " + name + " itself: leave it out of the RequestOptions");
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
