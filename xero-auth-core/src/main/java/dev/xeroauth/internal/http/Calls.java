package dev.xeroauth.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Call;
import okhttp3.Response;

/** OkHttp as it declares itself to be. */
final class Calls {

    private Calls() {}

    /** OkHttp is Kotlin and lets an InterruptedException out undeclared while it connects; it becomes what it declares. */
    static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            IOException interrupted = new InterruptedIOException("interrupted while connecting");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** What went wrong in a word; the message of an exception may quote what was sent. */
    static String kind(Exception e) {
        return e.getClass().getSimpleName();
    }
}
