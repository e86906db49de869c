package dev.xeroauth.accounting;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of file is asked for.
 *
 * @param type such as {@code application/pdf}, perhaps with parameters
 */
record FileKind(String type) {

    static final FileKind PDF = new FileKind("application/pdf");

    private static final Set<String> XML = Set.of("application/xml", "text/xml");
    private static final String JSON = "application/json";

    /** What a failure comes as where the status claims success. */
    private static final Set<String> NO_FILES = Set.of(
            JSON, "application/problem+json", "application/xml", "application/xhtml+xml", "text/html", "text/xml");

    /**
     * Whether an answer of that type cannot be the file. The types of one file differ between Xero's answers, so that only
     * what is plainly something else is refused.
     */
    boolean excludes(@Nullable String answered) {
        if (answered == null) {
            return false;
        }
        String asked = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String other = answered.toLowerCase(Locale.ROOT);
        if (other.equals(asked) || isGeneral(other, asked)) {
            return false;
        }
        return NO_FILES.contains(other) || (other.equals("text/plain") && !asked.startsWith("text/"));
    }

    /** Whether the one is a general name of the other: XML has two, and a drawing in SVG is XML as well. */
    private static boolean isGeneral(String type, String asked) {
        boolean xml = XML.contains(type) && (asked.endsWith("/xml") || asked.endsWith("+xml"));
        boolean json = type.equals(JSON) && (asked.endsWith("/json") || asked.endsWith("+json"));
        return xml || json;
    }
}
