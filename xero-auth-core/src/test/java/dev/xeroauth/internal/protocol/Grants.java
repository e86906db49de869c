package dev.xeroauth.internal.protocol;

import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records and answers to fly with: R0, R1, ... are refresh tokens, A0, A1, ... the access tokens issued with them. */
final class Grants {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Duration HALF_HOUR = Duration.ofMinutes(30);
    static final Reach NOWHERE = new Reach(Optional.empty(), Set.of(), Optional.empty());

    static final RefreshOutcome.Ambiguous AMBIGUOUS = new RefreshOutcome.Ambiguous("status 503");
    static final RefreshOutcome.Refused REFUSED = new RefreshOutcome.Refused("invalid_grant");
    static final RefreshOutcome.NotSent NOT_SENT = new RefreshOutcome.NotSent("no address");
    static final RefreshOutcome.Throttled THROTTLED = new RefreshOutcome.Throttled(Optional.empty());
    static final RefreshOutcome.AppRejected APP_REJECTED = new RefreshOutcome.AppRejected("unauthorized_client");

    private Grants() {}

    /** R0 was never presented, and A0 is over. */
    static GrantRecord fresh() {
        return consented("generation-1", "0");
    }

    static GrantRecord consented(String generation, String name) {
        return GrantRecord.consented(generation, access("A" + name, NOW.minus(HALF_HOUR)), "R" + name, NOWHERE);
    }

    /** R0 was presented at that time, which gave R1; its access token is over. */
    static GrantRecord refreshed(Instant presented) {
        RefreshCandidate parent = RefreshCandidate.ofConsent("R0").presented(presented);
        return fresh().edit().current(parent.successor("R1")).previous(parent).done();
    }

    static GrantRecord withSpares(GrantRecord record, RefreshCandidate... spares) {
        return record.edit().spares(List.of(spares)).done();
    }

    static GrantRecord leasedByAnother(GrantRecord record, Instant until) {
        return leased(record, "another", until.minusSeconds(30));
    }

    /** Taken for half a minute by one who is about to present the current token. */
    static GrantRecord leased(GrantRecord record, String nonce, Instant now) {
        return record.edit()
                .current(record.current().presented(now))
                .lease(new Lease(nonce, now.plusSeconds(30)))
                .done();
    }

    /** The presentation of the current token gave these. */
    static GrantRecord refreshed(GrantRecord record, String name, Instant now) {
        return record.edit()
                .access(access("A" + name, now))
                .current(record.current().successor("R" + name))
                .previous(record.current())
                .released(Setback.NONE)
                .done();
    }

    static GrantRecord failed(GrantRecord record, Instant nextAttempt) {
        return record.edit()
                .released(record.setback().more("status 503", Optional.of(nextAttempt)))
                .done();
    }

    /** One that has nothing to do with the others. */
    static RefreshCandidate spare(String token) {
        return RefreshCandidate.ofConsent("gone").successor(token);
    }

    static IssuedAccess access(String token, Instant obtained) {
        return new IssuedAccess(token, obtained, HALF_HOUR, obtained.plus(Duration.ofMinutes(17)));
    }

    static RefreshOutcome issued(String name) {
        return issued(name, Optional.of("R" + name), HALF_HOUR);
    }

    static RefreshOutcome issued(String name, Optional<String> refreshToken, Duration lifetime) {
        return new RefreshOutcome.Issued(new TokenSet("A" + name, refreshToken, lifetime, Set.of(), Optional.empty()));
    }
}
