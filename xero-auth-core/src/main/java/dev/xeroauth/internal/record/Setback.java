package dev.xeroauth.internal.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What went wrong since the last success.
 *
 * @param failures how many attempts in a row
 * @param refusedLadders how often Xero has refused every token there is, one after the other
 * @param nextAttempt before this, nobody asks Xero
 * @param lastError an error code or the kind of failure, without anything that the server echoed
 */
public record Setback(int failures, int refusedLadders, Optional<Instant> nextAttempt, Optional<String> lastError) {

    /** Nothing went wrong. */
    public static final Setback NONE = new Setback(0, 0, Optional.empty(), Optional.empty());

    /** One failure more. */
    public Setback more(String error, Optional<Instant> next) {
        return new Setback(failures + 1, refusedLadders, next, Optional.of(error));
    }

    /** Every token was refused once more. */
    public Setback ladderRefused(String error, Optional<Instant> next) {
        return new Setback(failures + 1, refusedLadders + 1, next, Optional.of(error));
    }

    /** Somebody asks all the same: whoever takes over from him does not wait any longer than for him. */
    public Setback until(Instant latest) {
        boolean isLater = nextAttempt.isPresent() && latest.isBefore(nextAttempt.get());
        return new Setback(failures, refusedLadders, isLater ? Optional.of(latest) : nextAttempt, lastError);
    }

    /** Every token was refused before it was time to look again: that counts for nothing. */
    public Setback refusedTooEarly(String error) {
        return new Setback(failures + 1, refusedLadders, nextAttempt, Optional.of(error));
    }

    /** A token has turned up that was not tried: what was refused before says nothing of it. */
    public Setback laddersBeginAnew(Instant now) {
        return new Setback(failures, 0, Optional.of(now), lastError);
    }
}
