package dev.xeroauth.internal.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What went wrong since the last success.
 *
 * @param failures how many attempts in a row
 * @param nextAttempt before this, nobody asks Xero
 * @param lastError an error code or the kind of failure, without anything that the server echoed
 */
public record Setback(int failures, Optional<Instant> nextAttempt, Optional<String> lastError) {

    /** Nothing went wrong. */
    public static final Setback NONE = new Setback(0, Optional.empty(), Optional.empty());
}
