package dev.xeroauth.accounting;

import java.io.IOException;

/** A value of an answer is no such thing as it should be. Its message is ours alone. Never leaves the package. */
final class WrongValueException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what part of a sentence that shows nothing of the value */
    WrongValueException(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
