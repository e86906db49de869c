package dev.xeroauth.internal.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything sealed about a grant. Immutable: every change is a new record with the next serial.
 *
 * @param generation a random name for the consent that its tokens come from; a later consent begins another
 * @param serial one more for every write
 * @param tokenSerial one more for every set of tokens
 * @param access the access token
 * @param current the refresh token to present next
 * @param previous the one whose presentation succeeded last
 * @param spares others that Xero may accept, newest first
 * @param lease who is about to present, if anybody
 * @param confirmAt when the current token is to be refreshed once more, because it may be the wrong one
 * @param cleanSince since when every refresh left no doubt while there are spares; a day later they are dropped
 * @param setback what went wrong since the last success
 * @param reach whom it belongs to and what it reaches
 * @param unknown what a newer version of the library wrote and this one keeps
 */
public record GrantRecord(
        String generation,
        long serial,
        long tokenSerial,
        IssuedAccess access,
        RefreshCandidate current,
        Optional<RefreshCandidate> previous,
        List<RefreshCandidate> spares,
        Optional<Lease> lease,
        Optional<Instant> confirmAt,
        Optional<Instant> cleanSince,
        Setback setback,
        Reach reach,
        Unknown unknown) {

    /** Copies the list. */
    public GrantRecord {
        spares = List.copyOf(spares);
    }

    /** The first record of a consent. */
    public static GrantRecord consented(String generation, IssuedAccess access, String refreshToken, Reach reach) {
        return new GrantRecord(
                generation,
                1,
                1,
                access,
                RefreshCandidate.ofConsent(refreshToken),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Setback.NONE,
                reach,
                Unknown.NONE);
    }

    /** The first record of a consent that takes the place of an earlier one: the serials go on. */
    public GrantRecord following(GrantRecord before) {
        return edit().numbered(before.serial + 1, before.tokenSerial + 1, before.unknown.afterConsent());
    }

    /** What is left when it has ended: who it belonged to, and no token. */
    public GrantRecord ended() {
        Reach nothing = new Reach(reach.xeroUserId(), reach.authEvents(), Optional.of(List.of()));
        IssuedAccess over = new IssuedAccess("", access.obtainedAt(), access.lifetime(), access.refreshAt());
        return consented(generation, over, "", nothing)
                .edit()
                .numbered(serial + 1, tokenSerial, unknown.afterConsent());
    }

    /** Begins the next record. */
    public GrantEdit edit() {
        return new GrantEdit(this);
    }

    /** With what is now known of its tenants. */
    public GrantRecord reaching(Reach next) {
        return edit().reach(next).done();
    }

    /** With what a newer version of the library wrote. */
    GrantRecord keeping(Unknown more) {
        return edit().numbered(serial, tokenSerial, more);
    }

    /** What is known of this token, whichever place it has. */
    public Optional<RefreshCandidate> candidate(String token) {
        if (current.is(token)) {
            return Optional.of(current);
        }
        for (RefreshCandidate spare : spares) {
            if (spare.is(token)) {
                return Optional.of(spare);
            }
        }
        return previous.isPresent() && previous.get().is(token) ? previous : Optional.empty();
    }

    /** Whether this lease is the one that stands. */
    public boolean isLeasedBy(String nonce) {
        return lease.isPresent() && lease.get().nonce().equals(nonce);
    }

    /** Shows no token, and nothing that a newer version may have written. */
    @Override
    public String toString() {
        return "GrantRecord[serial=" + serial + ", tokenSerial=" + tokenSerial + "]";
    }
}
