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
        return memory.sharedClock() || !hostsMayDiffer
                ? record.lease().map(Lease::until).filter(at.now()::isBefore)
                : record.lease()
                        .map(lease -> left(memory.seen(lease.nonce()), at))
                        .filter(left -> left.compareTo(Duration.ZERO) > 0)
                        .map(at.now()::plus);
    }

    private static Duration left(Optional<SeenLease> seen, Moment at) {
        return Times.LEASE.minus(seen.map(it -> at.since(it.firstSeenNanos())).orElse(Duration.ZERO));
    }
}
