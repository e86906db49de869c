package dev.xeroauth.accounting;

import java.io.IOException;

/** Of an answer that has nothing to say but its status. */
record NoAnswer() implements AnswerReader<Boolean> {

    @Override
    public Boolean read(AnswerHead head, WatchedStream body) {
        if (first(head, body) >= 0) {
            throw new UnreadableAnswerException(head, "it should be empty", body.bytesRead(), null);
        }
        return true;
    }

    private static int first(AnswerHead head, WatchedStream body) {
        try {
            return body.read();
        } catch (IOException e) {
            throw new UnreadableAnswerException(head, "it was cut off", body.bytesRead(), e);
        }
    }
}
