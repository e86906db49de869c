package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a flight is for. A token found in the store that meets it is taken, and Xero is not asked.
 *
 * @param why what made it necessary
 * @param refusedToken the access token that is of no use any more: the API answered 401 to it, or its time is over; empty:
 *     any will do
 * @param saidExpired whether it is known to be too old
 * @param looksOnly whether Xero is not asked in any case
 */
public record Need(RefreshReason why, String refusedToken, boolean saidExpired, boolean looksOnly) {

    /** Whatever the store has that can be used. */
    public static final Need ANY = new Need(RefreshReason.EXPIRED, "", false, false);

    /** The keeper's: nothing is left to do by the record itself, be it by this process or by another. */
    public static final Need UPKEEP = new Need(RefreshReason.UPKEEP, "", false, false);

    /** An operator's: another token than the one that stands, whatever Xero has said so far and however long it is to rest. */
    public static final Need RETRY = new Need(RefreshReason.RETRIED, "", true, false);

    /** A 401 to a token as young as this comes from a server that has not heard of it yet. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    /** Another than this one, which is due by this process's counter, whatever the clocks say. */
    public static Need notDue(String dueToken) {
        return new Need(RefreshReason.DUE, dueToken, true, false);
    }

    /** Another than this one, which is over by this process's counter, whatever the clocks say. */
    public static Need notExpired(String expiredToken) {
        return new Need(RefreshReason.EXPIRED, expiredToken, true, false);
    }

    /** Another than this one, which the API refused. */
    public static Need another(String refusedToken, boolean saidExpired) {
        return new Need(RefreshReason.REFUSED_BY_API, refusedToken, saidExpired, false);
    }

    /**
     * Whatever stands in the store, tokens of a disconnected grant among it: its caller compares them with this one, for
     * which it has no use. On the way the store is given back what it has lost.
     */
    public static Need look(String accessToken) {
        return new Need(RefreshReason.REFUSED_BY_API, accessToken, true, true);
    }

    /** Whether this grant's token will do. */
    public boolean isMetBy(OpenGrant grant, Instant now) {
        if (isUpkeep()) {
            return !grant.isDue(now);
        }
        boolean counts = !insists() || (grant.status() == GrantStatus.CONNECTED && !refusedToken.isEmpty());
        return looksOnly || (counts && isMetBy(grant.record().access(), now));
    }

    /** Whether this token will do. */
    boolean isMetBy(IssuedAccess access, Instant now) {
        Instant until =
                why == RefreshReason.DUE ? earlier(access.refreshAt(), access.usableUntil()) : access.usableUntil();
        return now.isBefore(until) && !isRefused(access, now);
    }

    boolean isUpkeep() {
        return why == RefreshReason.UPKEEP;
    }

    /** Whether neither a disconnect nor a time for the next attempt is respected. */
    boolean insists() {
        return why == RefreshReason.RETRIED;
    }

    /** An operator who insists wants another token than the one that is found first. */
    Need having(IssuedAccess found) {
        return insists() && refusedToken.isEmpty() ? new Need(why, found.token(), saidExpired, looksOnly) : this;
    }

    /** Whether a request that may still be travelling is waited for: not if there is nothing to hand out meanwhile. */
    public boolean canWait() {
        return why != RefreshReason.EXPIRED;
    }

    private boolean isRefused(IssuedAccess access, Instant now) {
        // By the clock of whoever obtained it, which may be ahead of this one.
        boolean young = Duration.between(access.obtainedAt(), now).abs().compareTo(YOUNG) < 0;
        return access.token().equals(refusedToken) && (saidExpired || !young);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    // Written out: what a record brings is put together when it is first called, of a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Need that
                && why == that.why
                && refusedToken.equals(that.refusedToken)
                && saidExpired == that.saidExpired
                && looksOnly == that.looksOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(why, refusedToken, saidExpired, looksOnly);
    }

    @Override
    public String toString() {
        return "Need[" + why + "]";
    }
}
