package dev.xeroauth.tests.model;

import dev.xeroauth.internal.protocol.Action;
import dev.xeroauth.internal.protocol.Event;
import dev.xeroauth.internal.protocol.Flight;
import dev.xeroauth.internal.protocol.Memory;
import dev.xeroauth.internal.protocol.Step;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One process.
 *
 * @param flight its refresh, if one is under way
 * @param action what that is about to do
 * @param since when it came to that
 * @param unheard an answer that it got when it stopped
 * @param stopped whether it stands still while others go on
 * @param flightsLeft how many refreshes it may still begin
 * @param seen the access token that it knows
 * @param memory what it knows of the grant
 * @param unsaved tokens that the store did not take
 */
record Participant(
        @Nullable Flight flight,
        @Nullable Action action,
        @Nullable Instant since,
        @Nullable Event unheard,
        boolean stopped,
        int flightsLeft,
        String seen,
        Memory memory,
        @Nullable Flight unsaved) {

    static Participant idle(int flights, String seen) {
        return new Participant(null, null, null, null, false, flights, seen, Memory.NONE, null);
    }

    boolean isIdle() {
        return flight == null;
    }

    Participant flying(Step step, Instant now) {
        return new Participant(step.flight(), step.action(), now, null, false, flightsLeft, seen, memory, unsaved);
    }

    Participant begun(Step step, Instant now) {
        return new Participant(step.flight(), step.action(), now, null, false, flightsLeft - 1, seen, memory, null);
    }

    /** Without using up one of its refreshes. */
    Participant resumed(Step step, Instant now) {
        return new Participant(step.flight(), step.action(), now, null, false, flightsLeft, seen, memory, null);
    }

    Participant stopped(@Nullable Event answer) {
        return new Participant(flight, action, since, answer, true, flightsLeft, seen, memory, unsaved);
    }

    Participant goingOn() {
        return new Participant(flight, action, since, null, false, flightsLeft, seen, memory, unsaved);
    }

    Participant landed(String nowSeen, @Nullable Flight nowUnsaved) {
        Memory next = Objects.requireNonNull(flight).memory();
        return new Participant(null, null, null, null, false, flightsLeft, nowSeen, next, nowUnsaved);
    }

    Participant restarted() {
        return idle(flightsLeft, seen);
    }
}
