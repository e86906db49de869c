package dev.xeroauth.internal.engine;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.GrantConnected;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.consent.AccessClaims;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** From a code to a stored grant. Thread-safe. */
public final class Consents {

    private static final Duration CALLER_WAITS = Duration.ofSeconds(40);
    /** 25 seconds in all, which its caller waits. */
    private static final int SAVE_ATTEMPTS = 16;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** Whoever completes a consent reads its tenants at once; after this time somebody else does. */
    private static final Duration LEFT_TO_THE_KEEPER = Duration.ofSeconds(30);

    private final Machinery with;
    private final Grants grants;
    private final TokenEndpoint endpoint;
    /** Generations of those whose code is being exchanged here. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

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
    public CompletedConsent complete(PendingConsent consent, String code) {
        return with.threads()
                .call(
                        () -> exchangeAndStore(consent, code),
                        CALLER_WAITS,
                        () -> new ConsentException(
                                Reason.NO_ANSWER,
                                "Completing the consent takes longer than its caller waits. It goes on: look whether the"
                                        + " grant is there before the user begins again",
                                null));
    }

    private CompletedConsent exchangeAndStore(PendingConsent consent, String code) {
        if (!underWay.add(consent.generation())) {
            throw completedBefore();
        }
        try {
            // A store that does not answer, or does not say whose the grant is, is found before the code is spent.
            Before before = before(consent);
            if (before.isFrom(consent)) {
                throw completedBefore();
            }
            return exchangeAndStore(consent, code, before);
        } finally {
            underWay.remove(consent.generation());
        }
    }

    private static ConsentException completedBefore() {
        return refused(Reason.ALREADY_COMPLETED, "This callback was completed before, and Xero is not asked twice");
    }

    private CompletedConsent exchangeAndStore(PendingConsent consent, String code, Before seen) {
        with.clock().ask();
        Moment asked = with.moment();
        RefreshOutcome outcome =
                endpoint.exchange(code, consent.redirectUri(), consent.pkce().verifier(), TokenEndpoint.EXCHANGE);
        if (!(outcome instanceof Issued issued)) {
            throw notIssued(outcome);
        }
        TokenSet tokens = issued.tokens();
        String refreshToken = tokens.refreshToken()
                .orElseThrow(() -> refused(
                        Reason.NO_REFRESH_TOKEN,
                        "Xero issued no refresh token. Ask for offline_access, and check what the app may ask for"));
        IssuedAccess access = Issue.of(tokens, asked, with.draw()).access();
        AccessClaims claims = AccessClaims.of(access.token());
        Before before = store(consent, new Fresh(access, refreshToken, claims), seen);
        grants.of(consent.grantId()).beginAnew();
        with.announcer().tell(new GrantConnected(consent.grantId(), before.lives()));
        return new CompletedConsent(
                tokens, claims, before.reach().map(Reach::listed).orElse(List.of()), before.isAnothers(claims));
    }

    /** What Xero has issued. */
    private record Fresh(IssuedAccess access, String refreshToken, AccessClaims claims) {

        GrantRecord over(Before before, String generation, Instant now) {
            Reach reach = before.reachWith(claims, now.plus(LEFT_TO_THE_KEEPER));
            GrantRecord first = GrantRecord.consented(generation, access, refreshToken, reach);
            return before.record().map(first::following).orElse(first);
        }

        @Override
        public String toString() {
            return "Fresh[" + access + "]";
        }
    }

    /**
     * What is there under the grant's name.
     *
     * @param record empty: there is none, or it does not open any more
     */
    private record Before(Optional<StoredGrant> stored, Optional<GrantRecord> record) {

        /** Whether this consent was completed already. */
        boolean isFrom(PendingConsent consent) {
            return record.filter(it -> it.generation().equals(consent.generation()))
                    .isPresent();
        }

        boolean lives() {
            return stored.filter(it -> it.status() != GrantStatus.ENDED).isPresent();
        }

        /** What has ended reaches nothing. */
        Optional<Reach> reach() {
            return record.filter(it -> lives()).map(GrantRecord::reach);
        }

        boolean isAnothers(AccessClaims claims) {
            Optional<UUID> user = reach().flatMap(Reach::xeroUserId);
            return user.isPresent() && claims.xeroUserId().isPresent() && !user.equals(claims.xeroUserId());
        }

        /** Consents of one Xero user add up; those of another user before count no more. */
        Reach reachWith(AccessClaims claims, Instant toReadAt) {
            Optional<Reach> same = reach().filter(reach -> reach.xeroUserId().equals(claims.xeroUserId()));
            Set<UUID> events = new HashSet<>();
            same.ifPresent(reach -> events.addAll(reach.authEvents()));
            claims.authEventId().ifPresent(events::add);
            return new Reach(claims.xeroUserId(), events, same.flatMap(Reach::connections), Optional.of(toReadAt));
        }

        Revision revision() {
            return stored.map(StoredGrant::revision).orElse(Revision.NONE);
        }
    }

    /** Nobody else has the tokens, and those from before may be dead: a store that fails over is waited for. */
    private Before store(PendingConsent consent, Fresh fresh, Before seen) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return storeUnderAnyRevision(consent, fresh, seen);
            } catch (StoreException e) {
                if (attempt >= SAVE_ATTEMPTS || !with.waiting().pauseUnlessInterrupted(pause)) {
                    throw e;
                }
                with.announcer().note("The tokens of a consent could not be stored yet", e);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** What it took the place of. */
    private Before storeUnderAnyRevision(PendingConsent consent, Fresh fresh, Before seen) {
        GrantId id = consent.grantId();
        Before before = seen;
        while (true) {
            if (consent.options().refusesAnotherUser() && before.isAnothers(fresh.claims())) {
                throw refused(
                        Reason.ANOTHER_USER,
                        "Another Xero user than before came back for the grant '" + id + "', which stays as it was");
            }
            GrantRecord next =
                    fresh.over(before, consent.generation(), with.clock().instant());
            if (with.repository()
                    .replace(id, GrantStatus.CONNECTED, next, before.revision())
                    .isPresent()) {
                return before;
            }
            Before now = before(consent);
            if (now.isFrom(consent)) {
                // Written by an attempt whose answer was lost.
                return before;
            }
            before = now;
        }
    }

    private Before before(PendingConsent consent) {
        Optional<StoredGrant> stored = with.repository().stored(consent.grantId());
        return new Before(stored, stored.flatMap(it -> opened(it, consent)));
    }

    /**
     * A record that does not open, because its key is gone, is no reason to refuse a user who consents anew, unless nobody else
     * than the user before may.
     */
    private Optional<GrantRecord> opened(StoredGrant stored, PendingConsent consent) {
        try {
            return Optional.of(with.repository().open(stored).record());
        } catch (SealedRecordException e) {
            if (consent.options().refusesAnotherUser() && stored.status() != GrantStatus.ENDED) {
                throw e;
            }
            with.announcer().note("A new consent takes the place of a record that does not open", e);
            return Optional.empty();
        }
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
