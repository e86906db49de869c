package dev.xeroauth.accounting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import okhttp3.Request;

/**
 * A file at Xero. It is asked for when it is written somewhere, anew each time, and goes through in pieces, so that its size
 * costs no memory; the connection is given back before the method returns. Thread-safe; every method blocks.
 */
public final class Download {

    private final ApiCalls calls;
    private final String operation;
    private final Request request;
    private final FileKind kind;

    Download(ApiCalls calls, String operation, Request request, FileKind kind) {
        this.calls = calls;
        this.operation = operation;
        this.request = request;
        this.kind = kind;
    }

    /**
     * Writes the file to a stream.
     *
     * @param target is neither flushed nor closed; where this method throws, it may hold the beginning of the file
     * @throws IOException if the target fails
     * @throws UnreadableAnswerException if the file was cut off, or something else came in its place
     * @throws XeroApiException if Xero answers that it has no such file, or another failure
     * @throws XeroUnreachableException if there is no answer
     */
    public void writeTo(OutputStream target) throws IOException {
        try {
            calls.download(operation, request, new FileAnswer(kind, target));
        } catch (TargetFailedException e) {
            throw e.failure();
        }
    }

    /**
     * Saves the file. It is written beside its place and moved there when it is whole: a download that is cut off leaves
     * what was there before.
     *
     * @param file is replaced, if it is there; its directory has to be
     * @throws IOException if it cannot be written
     * @throws UnreadableAnswerException if the file was cut off, or something else came in its place
     * @throws XeroApiException if Xero answers that it has no such file, or another failure
     * @throws XeroUnreachableException if there is no answer
     */
    public void saveTo(Path file) throws IOException {
        WholeFile.write(file, this::writeTo);
    }

    /**
     * Reads the file into memory.
     *
     * @return all of its bytes
     * @throws UnreadableAnswerException if the file was cut off, or something else came in its place
     * @throws XeroApiException if Xero answers that it has no such file, or another failure
     * @throws XeroUnreachableException if there is no answer
     */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
