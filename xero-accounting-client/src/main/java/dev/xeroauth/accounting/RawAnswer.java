package dev.xeroauth.accounting;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.Headers;

/**
 * An answer as Xero sent it, for what the typed one does not show. Its body holds a customer's data; its text form shows
 * none of it. Immutable.
 */
public final class RawAnswer {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** The array is kept. */
    RawAnswer(int status, Headers headers, byte[] body) {
        this.status = status;
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers.toMultimap());
        this.headers = Collections.unmodifiableMap(anyCase);
        this.body = body;
    }

    /**
     * The status of the answer.
     *
     * @return the HTTP status code
     */
    public int status() {
        return status;
    }

    /**
     * The headers of the answer. They say nothing of a compression, which has been undone.
     *
     * @return all of them, by their names in any case
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * One header of the answer.
     *
     * @param name in any case
     * @return its first value
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * The bytes of the body, after decompression; as many as came, if the answer was cut off.
     *
     * @return a copy; empty if there was no body
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * For logs.
     *
     * @return the status and the number of bytes
     */
    @Override
    public String toString() {
        return "RawAnswer[" + status + ", " + body.length + " bytes]";
    }
}
