package dev.xeroauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a process's keeper is. Worth an alarm: a last round of more than five minutes ago, or a rescue of more than ten minutes
 * late, because Xero accepts a used refresh token for 30 minutes only.
 *
 * @param lastRound when the last round was finished, by the store's clock; empty: none was
 * @param latestRescue how long the grant that had waited longest for a rescue was due when that round took it up; zero: none
 *     was due
 * @param failed how many grants that round could not help: their key is missing, or Xero or the store did not answer; the next
 *     one tries again
 * @param problem what was wrong with one of those: a record that does not open before anything else, because only an operator
 *     mends that, and then it names grant and key; empty: nothing was
 */
public record KeeperHealth(Optional<Instant> lastRound, Duration latestRescue, int failed, Optional<String> problem) {

    /** Before the first round. */
    public static final KeeperHealth NOTHING_YET =
            new KeeperHealth(Optional.empty(), Duration.ZERO, 0, Optional.empty());
}
