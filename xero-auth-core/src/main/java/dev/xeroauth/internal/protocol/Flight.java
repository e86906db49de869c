package dev.xeroauth.internal.protocol;

import java.util.Optional;

/**
 * What one flight knows.
 *
 * @param need what it is for
 * @param rejection why it must not ask Xero, if so
 * @param memory what its process knows, for the next flight
 * @param beganNanos when it began
 * @param stage what it is about
 * @param trail what it has met on its way
 * @param writing the write that is to be answered, until it is known to stand or not
 * @param storeFailures how often in a row that write ended in an exception
 */
public record Flight(
        Need need,
        Optional<Rejection> rejection,
        Memory memory,
        long beganNanos,
        Stage stage,
        Trail trail,
        Optional<Action.Write> writing,
        int storeFailures) {

    static Flight begun(Need need, Optional<Rejection> rejection, Memory memory, Moment at) {
        return new Flight(need, rejection, memory, at.nanos(), new Stage.Looking(), Trail.NONE, Optional.empty(), 0);
    }

    Flight at(Stage next) {
        return new Flight(need, rejection, memory, beganNanos, next, trail, Optional.empty(), 0);
    }

    Flight looking() {
        return at(new Stage.Looking());
    }

    Flight remembering(Memory next) {
        return new Flight(need, rejection, next, beganNanos, stage, trail, writing, storeFailures);
    }

    Flight needing(Need next) {
        return new Flight(next, rejection, memory, beganNanos, stage, trail, writing, storeFailures);
    }

    Flight knowing(Refusals next) {
        return with(trail.knowing(next));
    }

    Flight holding(String nonce) {
        return with(trail.holding(nonce));
    }

    Flight with(Trail next) {
        return new Flight(need, rejection, memory, beganNanos, stage, next, writing, storeFailures);
    }

    Flight failedOnceMore() {
        return new Flight(need, rejection, memory, beganNanos, stage, trail, writing, storeFailures + 1);
    }

    /** Whether it has tokens to save: its callers wait for nothing else. */
    public boolean isSaving() {
        return stage instanceof Stage.Saving;
    }

    Refusals refusals() {
        return trail.refusals();
    }

    Step read() {
        return new Step(this, new Action.Read());
    }

    Step write(Action.Write write) {
        Flight writes =
                new Flight(need, rejection, memory, beganNanos, stage, trail, Optional.of(write), storeFailures);
        return new Step(writes, write);
    }

    Step end(Ending how) {
        return new Step(this, new Action.End(how));
    }
}
