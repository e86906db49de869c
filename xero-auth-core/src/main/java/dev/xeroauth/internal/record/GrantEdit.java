package dev.xeroauth.internal.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The next record in the making: what is not set stays. For one thread. */
public final class GrantEdit {

    private final GrantRecord before;
    private IssuedAccess access;
    private RefreshCandidate current;
    private Optional<RefreshCandidate> previous;
    private List<RefreshCandidate> spares;
    private Optional<Lease> lease;
    private Optional<Instant> confirmAt;
    private Optional<Instant> cleanSince;
    private Setback setback;
    private Reach reach;
    private boolean newTokens;
    private GrantRecord ahead;

    GrantEdit(GrantRecord before) {
        this.before = before;
        this.access = before.access();
        this.current = before.current();
        this.previous = before.previous();
        this.spares = before.spares();
        this.lease = before.lease();
        this.confirmAt = before.confirmAt();
        this.cleanSince = before.cleanSince();
        this.setback = before.setback();
        this.reach = before.reach();
        this.ahead = before;
    }

    /** New tokens were issued; this is the access token. */
    public GrantEdit access(IssuedAccess next) {
        this.access = next;
        this.newTokens = true;
        return this;
    }

    /** The token to present next. */
    public GrantEdit current(RefreshCandidate next) {
        this.current = next;
        return this;
    }

    /** The token whose presentation succeeded last. */
    public GrantEdit previous(RefreshCandidate next) {
        this.previous = Optional.of(next);
        return this;
    }

    /** The other candidates, newest first. */
    public GrantEdit spares(List<RefreshCandidate> next) {
        this.spares = next;
        return this;
    }

    /** What is known of one token, which keeps its place. */
    public GrantEdit candidate(RefreshCandidate next) {
        if (current.is(next.token())) {
            current = next;
        } else {
            previous = previous.map(old -> old.is(next.token()) ? next : old);
            spares = spares.stream()
                    .map(old -> old.is(next.token()) ? next : old)
                    .toList();
        }
        return this;
    }

    /** Taken. */
    public GrantEdit lease(Lease next) {
        this.lease = Optional.of(next);
        return this;
    }

    /** No longer taken, and this is how it went. */
    public GrantEdit released(Setback next) {
        this.lease = Optional.empty();
        this.setback = next;
        return this;
    }

    /** When the current token is to be confirmed; empty: it need not be. */
    public GrantEdit confirmAt(Optional<Instant> next) {
        this.confirmAt = next;
        return this;
    }

    /** Since when nothing speaks for the spares any more. */
    public GrantEdit cleanSince(Optional<Instant> next) {
        this.cleanSince = next;
        return this;
    }

    /** What went wrong, without touching the lease. */
    public GrantEdit setback(Setback next) {
        this.setback = next;
        return this;
    }

    /** The tenants. */
    public GrantEdit reach(Reach next) {
        this.reach = next;
        return this;
    }

    /** The serials go on from this one, which the store has lost. */
    public GrantEdit notBehind(GrantRecord lost) {
        this.ahead = lost;
        return this;
    }

    /** The record, one serial on. */
    public GrantRecord done() {
        long serial = Math.max(before.serial(), ahead.serial()) + 1;
        long tokenSerial = Math.max(before.tokenSerial() + (newTokens ? 1 : 0), ahead.tokenSerial());
        return numbered(serial, tokenSerial, before.unknown());
    }

    /** The record with these serials, and with this of a newer version's. */
    GrantRecord numbered(long serial, long tokenSerial, Unknown unknown) {
        return new GrantRecord(
                before.generation(),
                serial,
                tokenSerial,
                access,
                current,
                previous,
                spares,
                lease,
                confirmAt,
                cleanSince,
                setback,
                reach,
                unknown);
    }
}
