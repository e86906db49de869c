package dev.xeroauth.accounting;

/**
 * A text that Xero filters by. A text with a double quote, a backslash or a control character cannot be expressed, as no
 * escape for them is known. Immutable.
 */
public final class TextField extends FilterField<String> {

    TextField(String name) {
        super(name, Literals::text);
    }

    /**
     * Only where the field holds this text.
     *
     * @param part at least one character
     * @return the condition
     * @throws IllegalArgumentException if it is empty, or Xero's filters cannot express it
     */
    public Filter contains(String part) {
        return method("Contains", checked(part));
    }

    /**
     * Only where the field begins with this text.
     *
     * @param start at least one character
     * @return the condition
     * @throws IllegalArgumentException if it is empty, or Xero's filters cannot express it
     */
    public Filter startsWith(String start) {
        return method("StartsWith", checked(start));
    }

    /**
     * Only where the field ends with this text.
     *
     * @param end at least one character
     * @return the condition
     * @throws IllegalArgumentException if it is empty, or Xero's filters cannot express it
     */
    public Filter endsWith(String end) {
        return method("EndsWith", checked(end));
    }

    private static String checked(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Every text holds the empty one: leave the filter out instead");
        }
        return value;
    }
}
