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
        Optional<Instant> toReadAt = record.reach().toReadAt();
        boolean lives = status == GrantStatus.CONNECTED || status == GrantStatus.SUSPECT;
        if (toReadAt.isEmpty() || !lives) {
            return tokens;
        }
        boolean tokensFirst = tokens.dueAt.isPresent() && toReadAt.get().isAfter(tokens.dueAt.get());
        return new Urgency(Lane.RESCUE, tokensFirst ? tokens.dueAt : toReadAt);
    }

    /** By its tokens alone. */
    static Urgency ofTokens(GrantStatus status, GrantRecord record, Instant now) {
        return switch (status) {
            case DISCONNECTED -> new Urgency(Lane.ROUTINE, Optional.empty());
            case ENDED -> new Urgency(Lane.ROUTINE, Optional.of(now.plus(TOMBSTONE)));
            case CONNECTED, SUSPECT -> {
                Optional<Instant> unfinished = unfinished(record);
                yield unfinished.isPresent() ? new Urgency(Lane.RESCUE, unfinished) : keepAlive(record);
            }
        };
    }

    private static Optional<Instant> unfinished(GrantRecord record) {
        if (record.lease().isPresent()) {
            return Optional.of(record.lease().get().until());
        }
        Optional<Instant> next = record.setback().nextAttempt();
        return next.isPresent() ? next : record.confirmAt();
    }

    /** 20 to 30 days after the last refresh, spread by what every process knows. */
    private static Urgency keepAlive(GrantRecord record) {
        int hash = 31 * record.generation().hashCode() + Long.hashCode(record.tokenSerial());
        long spread = Math.floorMod(hash, KEEP_ALIVE_SPREAD.toMinutes());
        Instant at = record.access().obtainedAt().plus(KEEP_ALIVE).plus(Duration.ofMinutes(spread));
        return new Urgency(Lane.ROUTINE, Optional.of(at));
    }
}
