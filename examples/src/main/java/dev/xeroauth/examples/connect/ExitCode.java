package dev.xeroauth.examples.connect;

/** What a shell is told. */
final class ExitCode {

    static final int DONE = 0;
    /** Something stood in the way; the sentence says what to do. */
    static final int FAILED = 1;
    /** The command line cannot be understood. */
    static final int USAGE = 2;
    /** The user said no, or nothing. */
    static final int NO_CONSENT = 3;

    private ExitCode() {}
}
