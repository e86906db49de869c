package dev.xeroauth.accounting;

import java.io.IOException;

/** Reads the body of an answer that says success. */
@FunctionalInterface
interface AnswerReader<R> {

    R read(AnswerHead head, WatchedStream body) throws IOException;

    /** Whether the body is handed on piece by piece and never held whole. */
    default boolean streams() {
        return false;
    }
}
