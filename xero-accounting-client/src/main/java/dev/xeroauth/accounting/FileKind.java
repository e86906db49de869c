package dev.xeroauth.accounting;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of file is asked for.
 *
 * @param type such as {@code application/pdf}
 */
record FileKind(String type) {

    static final FileKind PDF = new FileKind("application/pdf");

    /** What a failure comes as where the status claims success. */
    private static final Set<String> NO_FILES = Set.of(
            "application/json",
            "application/problem+json",
            "application/xml",
            "application/xhtml+xml",
            "text/html",
            "text/xml");

    /**
     * Whether an answer of that type cannot be the file. The types of one file differ between Xero's answers, so that only
     * what is plainly something else is refused.
     */
    boolean excludes(@Nullable String answered) {
        if (answered == null || answered.equalsIgnoreCase(type)) {
            return false;
        }
        String other = answered.toLowerCase(Locale.ROOT);
        boolean text =
                other.equals("text/plain") && !type.toLowerCase(Locale.ROOT).startsWith("text/");
        return NO_FILES.contains(other) || text;
    }
}
