package dev.xeroauth.internal.protocol;

import java.util.Optional;

/**
 * What one flight knows.
 *
 * @param need what it is for
 * @param rejection why it must not ask Xero, if so
 * @param beganNanos when it began
 * @param stage what it is about
 * @param lease the nonce of the lease that it took last
 * @param refusals what was refused on the way
 * @param writing the write that is to be answered, until it is known to stand or not
 * @param storeFailures how often in a row that write ended in an exception
 * @param polls how often it found the lease with another
 */
public record Flight(
        Need need,
        Optional<Rejection> rejection,
        long beganNanos,
        Stage stage,
        Optional<String> lease,
        Refusals refusals,
        Optional<Action.Write> writing,
        int storeFailures,
        int polls) {

    static Flight begun(Need need, Optional<Rejection> rejection, Moment at) {
        return new Flight(
                need,
                rejection,
                at.nanos(),
                new Stage.Looking(),
                Optional.empty(),
                Refusals.NONE,
                Optional.empty(),
                0,
                0);
    }

    Flight at(Stage next) {
        return new Flight(need, rejection, beganNanos, next, lease, refusals, Optional.empty(), 0, polls);
    }

    Flight knowing(Refusals next) {
        return new Flight(need, rejection, beganNanos, stage, lease, next, writing, storeFailures, polls);
    }

    Flight holding(String nonce) {
        return new Flight(
                need, rejection, beganNanos, stage, Optional.of(nonce), refusals, writing, storeFailures, polls);
    }

    Flight polled() {
        return new Flight(need, rejection, beganNanos, stage, lease, refusals, writing, storeFailures, polls + 1);
    }

    Flight failedOnceMore() {
        return new Flight(need, rejection, beganNanos, stage, lease, refusals, writing, storeFailures + 1, polls);
    }

    Step read() {
        return new Step(this, new Action.Read());
    }

    Step write(Action.Write write) {
        return new Step(
                new Flight(
                        need, rejection, beganNanos, stage, lease, refusals, Optional.of(write), storeFailures, polls),
                write);
    }

    Step end(Ending how) {
        return new Step(this, new Action.End(how));
    }
}
