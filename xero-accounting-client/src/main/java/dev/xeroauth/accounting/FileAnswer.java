package dev.xeroauth.accounting;

import java.io.IOException;
import java.io.OutputStream;

/** Hands a file on in pieces. OkHttp checks the length that the answer claims to have. */
record FileAnswer(FileKind kind, OutputStream target) implements AnswerReader<Boolean> {

    private static final int PIECE = 16 * 1024;

    @Override
    public Boolean read(AnswerHead head, WatchedStream body) {
        if (kind.excludes(head.contentType())) {
            throw new UnreadableAnswerException(head, "it is no file of type " + kind.type(), 0, null);
        }
        byte[] piece = new byte[PIECE];
        for (int count = next(head, body, piece); count >= 0; count = next(head, body, piece)) {
            write(piece, count);
        }
        return true;
    }

    @Override
    public boolean streams() {
        return true;
    }

    private static int next(AnswerHead head, WatchedStream body, byte[] piece) {
        try {
            return body.read(piece, 0, piece.length);
        } catch (IOException e) {
            throw new UnreadableAnswerException(head, "it was cut off", body.bytesRead(), e);
        }
    }

    private void write(byte[] piece, int count) {
        try {
            target.write(piece, 0, count);
        } catch (IOException e) {
            throw new TargetFailedException(e);
        }
    }
}
