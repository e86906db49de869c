package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a lease that stands is over. Where the clocks of the hosts are all there is, none of them tells: a process has then
 * to see the same lease for as long as one lasts.
 */
final class Leases {

    private final boolean hostsMayDiffer;

    Leases(Set<Rule> rules) {
        this.hostsMayDiffer = rules.contains(Rule.SHARED_CLOCK_OR_OWN_COUNTER);
    }

    /** Until when somebody has it; empty: nobody. */
    Optional<Instant> takenUntil(Memory memory, GrantRecord record, Moment at) {
        if (record.lease().isEmpty()) {
            return Optional.empty();
        }
        Lease lease = record.lease().get();
        Instant until = memory.sharedClock() || !hostsMayDiffer
                ? lease.until()
                : at.now().plus(left(memory.seen(lease.nonce()), at));
        return at.now().isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    private static Duration left(Optional<SeenLease> seen, Moment at) {
        return seen.isPresent() ? Times.LEASE.minus(at.since(seen.get().firstSeenNanos())) : Times.LEASE;
    }
}
