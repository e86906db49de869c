package dev.xeroauth.internal.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
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
 * @param lease who is about to present, if anybody
 * @param setback what went wrong since the last success
 * @param reach whom it belongs to and what it reaches
 * @param unknown what a newer version of the library wrote and this one keeps; never changed
 */
public record GrantRecord(
        String generation,
        long serial,
        long tokenSerial,
        IssuedAccess access,
        RefreshCandidate current,
        Optional<RefreshCandidate> previous,
        Optional<Lease> lease,
        Setback setback,
        Reach reach,
        ObjectNode unknown) {

    /** The first record of a consent. The tokens hold a refresh token. */
    public static GrantRecord consented(String generation, IssuedAccess access, String refreshToken, Reach reach) {
        return new GrantRecord(
                generation,
                1,
                1,
                access,
                RefreshCandidate.fresh(refreshToken),
                Optional.empty(),
                Optional.empty(),
                Setback.NONE,
                reach,
                JsonNodeFactory.instance.objectNode());
    }

    /** The same consent's record after another one of the same grant: its serials go on. */
    public GrantRecord following(GrantRecord before) {
        return new GrantRecord(
                generation,
                before.serial + 1,
                before.tokenSerial + 1,
                access,
                current,
                previous,
                lease,
                setback,
                reach,
                before.unknown);
    }

    /** Taken by one who is about to present the current token. */
    public GrantRecord leased(Lease by, Instant now) {
        return next(access, current.presented(now), previous, Optional.of(by), setback);
    }

    /** The presentation succeeded. */
    public GrantRecord issued(IssuedAccess newAccess, Optional<String> refreshToken) {
        GrantRecord next = refreshToken
                .filter(token -> !current.is(token))
                .map(token -> next(
                        newAccess,
                        RefreshCandidate.fresh(token),
                        Optional.of(current),
                        Optional.<Lease>empty(),
                        Setback.NONE))
                .orElseGet(() -> next(newAccess, current.kept(), previous, Optional.empty(), Setback.NONE));
        return next.withTokenSerial(tokenSerial + 1);
    }

    /** The presentation did not succeed, or its outcome is unknown; the token is presented again later. */
    public GrantRecord failed(String error, Instant nextAttempt) {
        return released(current, error, Optional.of(nextAttempt));
    }

    /** Nothing was presented: the request never left this host. */
    public GrantRecord notPresented(String error, Instant nextAttempt) {
        return released(current.notPresented(), error, Optional.of(nextAttempt));
    }

    /** Xero refused the token. */
    public GrantRecord refused(String error) {
        return released(current, error, Optional.empty());
    }

    private GrantRecord released(RefreshCandidate token, String error, Optional<Instant> nextAttempt) {
        Setback more = new Setback(setback.failures() + 1, nextAttempt, Optional.of(error));
        return next(access, token, previous, Optional.empty(), more);
    }

    /** With what is now known of its tenants. */
    public GrantRecord reaching(Reach next) {
        return new GrantRecord(
                generation, serial + 1, tokenSerial, access, current, previous, lease, setback, next, unknown);
    }

    /** Whether this lease is the one that stands. */
    public boolean isLeasedBy(String nonce) {
        return lease.filter(held -> held.nonce().equals(nonce)).isPresent();
    }

    private GrantRecord next(
            IssuedAccess newAccess,
            RefreshCandidate newCurrent,
            Optional<RefreshCandidate> newPrevious,
            Optional<Lease> newLease,
            Setback newSetback) {
        return new GrantRecord(
                generation,
                serial + 1,
                tokenSerial,
                newAccess,
                newCurrent,
                newPrevious,
                newLease,
                newSetback,
                reach,
                unknown);
    }

    /** Shows no token, and nothing that a newer version may have written. */
    @Override
    public String toString() {
        return "GrantRecord[serial=" + serial + ", tokenSerial=" + tokenSerial + "]";
    }

    private GrantRecord withTokenSerial(long next) {
        return new GrantRecord(generation, serial, next, access, current, previous, lease, setback, reach, unknown);
    }
}
