package dev.xeroauth.internal.engine;

import dev.xeroauth.RefreshReason;
import dev.xeroauth.internal.record.IssuedAccess;
import java.time.Duration;
import java.time.Instant;

/**
 * What a flight is for. A token found in the store that meets it is taken, and Xero is not asked.
 *
 * @param why what made it necessary
 * @param refusedToken the access token that Xero's API answered 401 to; empty if it is not about a 401
 * @param saidExpired whether that 401 said that the token is too old
 */
record Need(RefreshReason why, String refusedToken, boolean saidExpired) {

    static final Need NOT_DUE = new Need(RefreshReason.DUE, "", false);
    static final Need NOT_EXPIRED = new Need(RefreshReason.EXPIRED, "", false);

    /** A 401 to a token as young as this comes from a server that has not heard of it yet. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    static Need another(String refusedToken, boolean saidExpired) {
        return new Need(RefreshReason.REFUSED_BY_API, refusedToken, saidExpired);
    }

    boolean isMetBy(IssuedAccess access, Instant now) {
        Instant until =
                why == RefreshReason.DUE ? earlier(access.refreshAt(), access.usableUntil()) : access.usableUntil();
        return now.isBefore(until) && !isRefused(access, now);
    }

    private boolean isRefused(IssuedAccess access, Instant now) {
        // By the clock of whoever obtained it, which may be ahead of this one.
        boolean young = Duration.between(access.obtainedAt(), now).abs().compareTo(YOUNG) < 0;
        return access.token().equals(refusedToken) && (saidExpired || !young);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public String toString() {
        return "Need[" + why + "]";
    }
}
