package dev.xeroauth.internal.engine;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.GrantConnected;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.consent.AuthEvent;
import dev.xeroauth.internal.consent.PendingConsent;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.internal.protocol.Issue;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.protocol.Reasons;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshOutcome.AppRejected;
import dev.xeroauth.spi.RefreshOutcome.Issued;
import dev.xeroauth.spi.RefreshOutcome.Refused;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** From a code to a stored grant. Thread-safe. */
public final class Consents {

    private static final Duration EXCHANGE = Duration.ofSeconds(10);
    private static final Duration CALLER_WAITS = Duration.ofSeconds(40);
    private static final int SAVE_ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Machinery with;
    private final Grants grants;
    private final TokenEndpoint endpoint;

    /** @param grants what is in memory */
    public Consents(Machinery with, Grants grants, TokenEndpoint endpoint) {
        this.with = with;
        this.grants = grants;
        this.endpoint = endpoint;
    }

    /**
     * Exchanges the code, once, and stores the tokens. Runs on a thread of the library, so that a caller who is interrupted
     * loses nothing.
     */
    public void complete(PendingConsent consent, String code) {
        with.threads()
                .call(
                        () -> exchangeAndStore(consent, code),
                        CALLER_WAITS,
                        () -> new ConsentException(
                                Reason.NO_ANSWER,
                                "Completing the consent takes longer than its caller waits. It goes on: look whether the"
                                        + " grant is there before the user begins again",
                                null));
    }

    private GrantId exchangeAndStore(PendingConsent consent, String code) {
        // A store that does not answer is found before the code is spent.
        with.repository().stored(consent.grantId());
        with.clock().ask();
        Moment asked = with.moment();
        RefreshOutcome outcome =
                endpoint.exchange(code, consent.redirectUri(), consent.pkce().verifier(), EXCHANGE);
        if (!(outcome instanceof Issued issued)) {
            throw notIssued(outcome);
        }
        TokenSet tokens = issued.tokens();
        String refreshToken = tokens.refreshToken()
                .orElseThrow(() -> refused(
                        Reason.NO_REFRESH_TOKEN,
                        "Xero issued no refresh token. Ask for offline_access, and check what the app may ask for"));
        IssuedAccess access = Issue.of(tokens, asked, with.draw()).access();
        boolean again = store(consent.grantId(), access, refreshToken);
        grants.of(consent.grantId()).afterConsent();
        with.announcer().tell(new GrantConnected(consent.grantId(), again));
        return consent.grantId();
    }

    private boolean store(GrantId id, IssuedAccess access, String refreshToken) {
        RetryPolicy<Boolean> patient = RetryPolicy.<Boolean>builder()
                .handle(StoreException.class)
                .withMaxAttempts(SAVE_ATTEMPTS)
                .withBackoff(FIRST_PAUSE, FIRST_PAUSE.multipliedBy(10))
                .build();
        return Failsafe.with(patient).get(() -> storeUnderAnyRevision(id, access, refreshToken));
    }

    /** Whether there was a grant of that name before. */
    private boolean storeUnderAnyRevision(GrantId id, IssuedAccess access, String refreshToken) {
        AuthEvent event = AuthEvent.of(access.token());
        String generation = with.nonce();
        while (true) {
            Optional<StoredGrant> stored = with.repository().stored(id);
            Optional<GrantRecord> before = stored.flatMap(this::opened);
            Reach reach = reach(event, before.map(GrantRecord::reach));
            GrantRecord first = GrantRecord.consented(generation, access, refreshToken, reach);
            GrantRecord next = before.map(first::following).orElse(first);
            Revision expected = stored.map(StoredGrant::revision).orElse(Revision.NONE);
            if (with.repository()
                    .replace(id, GrantStatus.CONNECTED, next, expected)
                    .isPresent()) {
                return stored.isPresent();
            }
        }
    }

    /** A record that does not open, because its key is gone, is no reason to refuse a user who consents anew. */
    private Optional<GrantRecord> opened(StoredGrant stored) {
        try {
            return Optional.of(with.repository().open(stored).record());
        } catch (SealedRecordException e) {
            with.announcer().note("A new consent takes the place of a record that does not open", e);
            return Optional.empty();
        }
    }

    /** Consents of one Xero user add up; those of another user before count no more. */
    private static Reach reach(AuthEvent event, Optional<Reach> before) {
        Set<UUID> events = new HashSet<>();
        before.filter(reach -> reach.xeroUserId().equals(event.xeroUserId()))
                .ifPresent(reach -> events.addAll(reach.authEvents()));
        event.id().ifPresent(events::add);
        return new Reach(event.xeroUserId(), events, Optional.empty());
    }

    private static RuntimeException notIssued(RefreshOutcome outcome) {
        if (outcome instanceof AppRejected rejected) {
            return new AppRejectedException(rejected.error());
        }
        return outcome instanceof Refused
                ? refused(Reason.CODE_REFUSED, "Xero did not accept the code: it was used, or is over 5 minutes old")
                : refused(Reason.NO_ANSWER, Reasons.of(outcome));
    }

    private static ConsentException refused(Reason reason, String what) {
        return new ConsentException(
                reason, "The consent did not come about: " + what + ". Let the user begin again", null);
    }
}
