package dev.xeroauth.internal.record;

/** What was opened is not what the library writes. Its message holds no part of it. */
final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message);
    }
}
