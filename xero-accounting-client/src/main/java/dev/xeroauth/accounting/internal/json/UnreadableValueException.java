package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** JSON that is not what it should be at some place. The message names the place and never the value. */
public final class UnreadableValueException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String what;

    UnreadableValueException(JsonParser parser, String wanted) {
        this("no " + wanted + " at " + place(parser));
    }

    UnreadableValueException(String what) {
        super(what);
        this.what = what;
    }

    /**
     * What is wrong, as part of a sentence.
     *
     * @return the same as the message
     */
    public String what() {
        return what;
    }

    private static String place(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return pointer.isEmpty() ? "its start" : pointer;
    }
}
