package dev.xeroauth.internal.record;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When somebody has to look at a grant that nobody asks for.
 *
 * @param lane the queue
 * @param dueAt the time; empty: never
 */
record Urgency(Lane lane, Optional<Instant> dueAt) {

    private static final Duration KEEP_ALIVE = Duration.ofDays(20);
    private static final Duration KEEP_ALIVE_SPREAD = Duration.ofDays(10);
    private static final Duration TOMBSTONE = Duration.ofHours(24);

    /** By its tokens, and by its tenants if they have not been read since a consent. */
    static Urgency of(GrantStatus status, GrantRecord record, Instant now) {
        Urgency tokens = ofTokens(status, record, now);
        return record.reach()
                .toReadAt()
                .filter(at -> status == GrantStatus.CONNECTED || status == GrantStatus.SUSPECT)
                .map(at -> new Urgency(
                        Lane.RESCUE,
                        Optional.of(tokens.dueAt.filter(at::isAfter).orElse(at))))
                .orElse(tokens);
    }

    /** By its tokens alone. */
    static Urgency ofTokens(GrantStatus status, GrantRecord record, Instant now) {
        return switch (status) {
            case DISCONNECTED -> new Urgency(Lane.ROUTINE, Optional.empty());
            case ENDED -> new Urgency(Lane.ROUTINE, Optional.of(now.plus(TOMBSTONE)));
            case CONNECTED, SUSPECT -> unfinished(record).orElseGet(() -> keepAlive(record));
        };
    }

    private static Optional<Urgency> unfinished(GrantRecord record) {
        Optional<Instant> when = record.lease()
                .map(Lease::until)
                .or(() -> record.setback().nextAttempt())
                .or(record::confirmAt);
        return when.map(at -> new Urgency(Lane.RESCUE, Optional.of(at)));
    }

    /** 20 to 30 days after the last refresh, spread by what every process knows. */
    private static Urgency keepAlive(GrantRecord record) {
        int hash = 31 * record.generation().hashCode() + Long.hashCode(record.tokenSerial());
        long spread = Math.floorMod(hash, KEEP_ALIVE_SPREAD.toMinutes());
        Instant at = record.access().obtainedAt().plus(KEEP_ALIVE).plus(Duration.ofMinutes(spread));
        return new Urgency(Lane.ROUTINE, Optional.of(at));
    }
}
