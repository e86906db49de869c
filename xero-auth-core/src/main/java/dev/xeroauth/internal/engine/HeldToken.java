package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.record.IssuedAccess;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token in memory, with its deadlines by this process's own counter, so that a wrong or jumping clock of the
 * host changes nothing. Thread-safe.
 */
final class HeldToken {

    private final AccessToken token;
    private final long dueNanos;
    private final long expiredNanos;
    /** Whether anybody has got it. Plain on purpose, and written once: a thread that sees it late does no harm. */
    private boolean handedOut;

    private HeldToken(AccessToken token, long dueNanos, long expiredNanos) {
        this.token = token;
        this.dueNanos = dueNanos - expiredNanos < 0 ? dueNanos : expiredNanos;
        this.expiredNanos = expiredNanos;
    }

    /** As read at this moment of both clocks. */
    static HeldToken of(IssuedAccess access, Moment at) {
        return new HeldToken(
                new AccessToken(access.token(), access.expiresAt()),
                at.nanos() + left(at.now(), access.refreshAt(), access.lifetime()),
                at.nanos() + left(at.now(), access.usableUntil(), access.lifetime()));
    }

    /** Never longer than its whole life, however far ahead the clock was of the host that obtained it. */
    private static long left(Instant now, Instant until, Duration lifetime) {
        Duration left = Duration.between(now, until);
        return (left.compareTo(lifetime) < 0 ? left : lifetime).toNanos();
    }

    /** The same, not to be replaced before that time, nor before its own. */
    HeldToken notDueBefore(Instant time, Moment now) {
        long due = now.nanos() + Duration.between(now.now(), time).toNanos();
        return new HeldToken(token, due - dueNanos > 0 ? due : dueNanos, expiredNanos);
    }

    /** In place of this one; if it is the same token, who has got it stays known. */
    HeldToken insteadOf(@Nullable HeldToken before) {
        if (before != null && before.is(value()) && before.handedOut) {
            handedOut = true;
        }
        return this;
    }

    /** For a caller. */
    AccessToken handOut() {
        if (!handedOut) {
            handedOut = true;
        }
        return token;
    }

    /** Whether a caller has got it from this process. */
    boolean isHandedOut() {
        return handedOut;
    }

    boolean is(String other) {
        return token.value().equals(other);
    }

    String value() {
        return token.value();
    }

    boolean isFresh(long nanos) {
        return nanos - dueNanos < 0;
    }

    boolean isUsable(long nanos) {
        return nanos - expiredNanos < 0;
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return "HeldToken[" + token + "]";
    }
}
