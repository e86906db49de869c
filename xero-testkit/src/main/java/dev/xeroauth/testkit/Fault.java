package dev.xeroauth.testkit;

import dev.xeroauth.testkit.internal.http.Interference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Something that goes wrong with one request to a {@link FakeXero}. Immutable. */
public final class Fault {

    /** What happens to the answer. */
    private enum Kind {
        /** The connection closes instead of an answer. */
        DROPPED,
        /** The connection closes in the middle of the body. */
        CUT,
        /** The connection closes, and the request arrives when the test says so. */
        LATE,
        /** Another answer is sent. */
        REPLACED
    }

    private final Kind kind;
    private final boolean worked;
    private final int status;
    private final Map<String, String> headers;
    private final String body;

    private Fault(Kind kind, boolean worked, int status, Map<String, String> headers, String body) {
        this.kind = kind;
        this.worked = worked;
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /**
     * The connection closes, and the request has had no effect.
     *
     * @return the fault
     */
    public static Fault dropBeforeWork() {
        return new Fault(Kind.DROPPED, false, 0, Map.of(), "");
    }

    /**
     * The connection closes after the request has had its effect: tokens are rotated, and the answer is lost.
     *
     * @return the fault
     */
    public static Fault dropAfterWork() {
        return new Fault(Kind.DROPPED, true, 0, Map.of(), "");
    }

    /**
     * The connection closes, and the request stays on its way until {@link FakeXero#deliverLateRequests()}: its client has
     * long given up when it has its effect.
     *
     * @return the fault
     */
    public static Fault lateArrival() {
        return new Fault(Kind.LATE, false, 0, Map.of(), "");
    }

    /**
     * The request has its effect, and its answer breaks off in the middle of the body.
     *
     * @return the fault
     */
    public static Fault cutAnswer() {
        return new Fault(Kind.CUT, true, 0, Map.of(), "");
    }

    /**
     * Another answer comes instead of the work.
     *
     * @param status the HTTP status, 200 among them
     * @param contentType such as {@code text/html}
     * @param body its text
     * @return the fault
     */
    public static Fault answer(int status, String contentType, String body) {
        return new Fault(Kind.REPLACED, false, status, Map.of("Content-Type", contentType), body);
    }

    /**
     * A limit is reached.
     *
     * @param problem Xero's word for the limit, such as {@code minute} or {@code day}
     * @param retryAfter sent in whole seconds
     * @return the fault
     */
    public static Fault tooManyRequests(String problem, Duration retryAfter) {
        return new Fault(
                Kind.REPLACED,
                false,
                429,
                Map.of("X-Rate-Limit-Problem", problem, "Retry-After", String.valueOf(retryAfter.toSeconds())),
                "");
    }

    /**
     * The same, after the request has had its effect.
     *
     * @return a fault whose request is not in vain
     */
    public Fault afterWork() {
        return new Fault(kind, true, status, headers, body);
    }

    Interference interference() {
        return new Interference(
                worked,
                kind == Kind.DROPPED || kind == Kind.LATE,
                kind == Kind.CUT,
                kind == Kind.LATE,
                kind == Kind.REPLACED
                        ? Optional.of(new Interference.Instead(status, headers, body))
                        : Optional.empty());
    }

    @Override
    public String toString() {
        return "Fault[" + kind + (status == 0 ? "" : ", status=" + status) + (worked ? ", after the work" : "") + "]";
    }
}
