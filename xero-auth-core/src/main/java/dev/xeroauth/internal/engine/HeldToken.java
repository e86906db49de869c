package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.record.IssuedAccess;
import java.time.Duration;
import java.time.Instant;

/**
 * An access token in memory, with its deadlines by this process's own counter, so that a wrong or jumping clock of the
 * host changes nothing.
 *
 * @param token what callers get
 * @param dueNanos until then it is fresh
 * @param expiredNanos until then it is handed out
 */
record HeldToken(AccessToken token, long dueNanos, long expiredNanos) {

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

    /** The same, not to be replaced before that time. */
    HeldToken dueAt(Instant later, Moment now) {
        long due = now.nanos() + Duration.between(now.now(), later).toNanos();
        return new HeldToken(token, due, expiredNanos);
    }

    boolean isFresh(long nanos) {
        return nanos - dueNanos < 0 && nanos - expiredNanos < 0;
    }

    boolean isUsable(long nanos) {
        return nanos - expiredNanos < 0;
    }
}
