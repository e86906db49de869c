package dev.xeroauth.testkit.internal.http;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What becomes of one request.
 *
 * @param works whether it has its effect
 * @param ending what becomes of its answer
 * @param heldUp whether and when it waits until the test lets it go
 * @param delay how long its answer waits
 * @param change what is sent in place of the work's answer
 */
public record Interference(boolean works, Ending ending, HoldUp heldUp, Duration delay, UnaryOperator<Answer> change) {

    /** Everything goes its way. */
    public static final Interference NONE =
            new Interference(true, Ending.SENT, HoldUp.NEVER, Duration.ZERO, UnaryOperator.identity());

    /** What becomes of the answer. */
    public enum Ending {
        /** It is sent. */
        SENT,
        /** The connection closes in its place. */
        DROPPED,
        /** The connection closes in the middle of its body. */
        CUT,
        /** The connection closes, and the request has its effect later. */
        LATE
    }

    /** When the request waits for the test. */
    public enum HoldUp {
        /** Not at all. */
        NEVER,
        /** On its way to its effect. */
        BEFORE_WORK,
        /** Between its effect and its answer. */
        AFTER_WORK
    }

    /** Ending so. */
    public Interference ending(boolean works, Ending ending) {
        return new Interference(works, ending, heldUp, delay, change);
    }

    /** Waiting for the test. */
    public Interference heldUp(HoldUp when) {
        return new Interference(works, ending, when, delay, change);
    }

    /** Answered later. */
    public Interference delayed(Duration by) {
        return new Interference(works, ending, heldUp, by, change);
    }

    /** Answered otherwise. */
    public Interference answered(boolean works, UnaryOperator<Answer> answer) {
        return new Interference(works, ending, heldUp, delay, answer);
    }

    /** The same, after its effect. */
    public Interference afterWork() {
        HoldUp when = heldUp == HoldUp.NEVER ? HoldUp.NEVER : HoldUp.AFTER_WORK;
        return new Interference(true, ending, when, delay, change);
    }
}
