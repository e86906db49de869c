package dev.xeroauth.examples.connect;

import org.jspecify.annotations.Nullable;

/** What the user can mend, in a sentence for the user. */
final class ToldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    ToldException(String sentence) {
        this(sentence, ExitCode.FAILED, null);
    }

    ToldException(String sentence, Throwable cause) {
        this(sentence, ExitCode.FAILED, cause);
    }

    ToldException(String sentence, int exitCode, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    int exitCode() {
        return exitCode;
    }
}
