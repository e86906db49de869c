package dev.xeroauth.accounting;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a failure says, whichever way it says it: as an OAuth error, as a problem ({@code Title}, {@code
 * Detail}), with an error number and elements, its keys in any case, as text or as XML. HTML and a body that breaks off say
 * nothing or less; the status stands alone then.
 *
 * @param message Xero's words; may hold a customer's data
 * @param elements what Xero has against single elements
 */
record ErrorBody(
        @Nullable String type,
        @Nullable Integer errorNumber,
        @Nullable String detail,
        @Nullable String message,
        List<ElementError> elements) {

    static final ErrorBody NOTHING = of(Map.of(), List.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

    /** The keys are in lower case. */
    static ErrorBody of(Map<String, String> found, List<ElementError> elements) {
        String detail = found.get("detail");
        String message = first(found.get("message"), first(detail, found.get("error_description")));
        return new ErrorBody(
                named(first(found.get("type"), found.get("error"))),
                number(found.get("errornumber")),
                detail,
                message,
                elements);
    }

    /** Never fails: what was found until the body broke off has to do, as it is the status that counts. */
    static ErrorBody read(WatchedStream body) {
        return new ErrorBodyReader().read(body);
    }

    boolean detailStartsWith(String words) {
        return detail != null && detail.strip().regionMatches(true, 0, words, 0, words.length());
    }

    boolean isOfType(String name) {
        return name.equalsIgnoreCase(type);
    }

    boolean isValidation() {
        return isOfType("ValidationException") || !elements.isEmpty();
    }

    /** The part of a message that says what kind of error it is; made of what cannot hold a customer's data. */
    String kind() {
        return (type == null ? "" : ": " + type) + (errorNumber == null ? "" : ", number " + errorNumber);
    }

    /** Leaves out Xero's words, which may repeat a customer's data. */
    @Override
    public String toString() {
        return "ErrorBody[" + kind() + "]";
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** A problem's type may be an address. */
    private static @Nullable String named(@Nullable String type) {
        return type != null && NAME.matcher(type).matches() ? type : null;
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
