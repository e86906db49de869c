package dev.xeroauth.internal.engine;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.RefreshFailed;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One flight: read the record; take what it holds, if that will do; else take the lease, which also notes that the refresh
 * token is about to be spent; ask Xero; save. Nothing is held while Xero is asked.
 */
final class Refresh {

    private static final Duration EXCHANGE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** A presentation begins within this from before its lease was written, so that it ends before the lease does. */
    private static final Duration LEASE_GOOD_FOR = Duration.ofSeconds(15);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Machinery with;
    private final GrantId id;
    private final Need need;
    private final Consumer<XeroEvent> events;
    private String myNonce = "";

    /** @param events takes what there is to tell once the flight is over */
    Refresh(Machinery with, GrantId id, Need need, Consumer<XeroEvent> events) {
        this.with = with;
        this.id = id;
        this.need = need;
        this.events = events;
    }

    Result run() throws InterruptedException {
        long began = with.time().nanoTime();
        while (true) {
            Optional<OpenGrant> found = with.repository().find(id);
            if (found.isEmpty()) {
                return new Result.Failed(() -> new GrantNotFoundException(id), Optional.empty());
            }
            OpenGrant grant = found.get();
            Instant now = with.time().now();
            if (need.isMetBy(grant.record().access(), now)) {
                return landed(grant);
            }
            Result inTheWay = inTheWay(grant, now);
            if (inTheWay != null) {
                return inTheWay;
            }
            if (isTakenByAnother(grant.record(), now)) {
                if (elapsed(began).compareTo(LONGEST_WAIT) > 0) {
                    return unavailable("another process is refreshing it", leaseEnd(grant.record()));
                }
                with.waiting().pause(POLL);
                continue;
            }
            Result result = takeLeaseAndPresent(grant, now);
            if (result != null) {
                return result;
            }
        }
    }

    /** What makes asking Xero pointless, if anything. */
    private @Nullable Result inTheWay(OpenGrant grant, Instant now) {
        Setback setback = grant.record().setback();
        if (grant.status() == GrantStatus.DISCONNECTED || grant.status() == GrantStatus.ENDED) {
            return disconnected(setback.lastError().orElse("ended"));
        }
        return setback.nextAttempt()
                .filter(now::isBefore)
                .map(next -> unavailable(setback.lastError().orElse("the last attempt failed"), Optional.of(next)))
                .orElse(null);
    }

    private boolean isTakenByAnother(GrantRecord record, Instant now) {
        return record.lease().filter(lease -> now.isBefore(lease.until())).isPresent() && !record.isLeasedBy(myNonce);
    }

    /** Null: the record changed meanwhile, or the lease came too late; everything is looked at again. */
    private @Nullable Result takeLeaseAndPresent(OpenGrant grant, Instant now) {
        long before = with.time().nanoTime();
        Lease lease = new Lease(with.nonce(), now.plus(LEASE));
        myNonce = lease.nonce();
        Optional<OpenGrant> leased =
                with.repository().replace(id, grant.status(), grant.record().leased(lease, now), grant.revision());
        if (leased.isEmpty() || elapsed(before).compareTo(LEASE_GOOD_FOR) > 0) {
            return null;
        }
        long askedNanos = with.time().nanoTime();
        Instant askedAt = with.time().now();
        RefreshOutcome outcome = ask(leased.get());
        if (outcome instanceof RefreshOutcome.Issued issued) {
            IssuedAccess access = with.access(issued.tokens(), askedAt);
            HeldToken token = HeldToken.of(access, askedAt, askedNanos);
            return save(new PendingSave(leased.get(), access, issued.tokens().refreshToken(), need.why()), token);
        }
        return outcome instanceof RefreshOutcome.Refused refused
                ? disconnect(leased.get(), refused.reason())
                : giveUpForNow(leased.get(), outcome);
    }

    private RefreshOutcome ask(OpenGrant leased) {
        try {
            String token = leased.record().current().token();
            return with.refresher().refresh(new RefreshRequest(id, token, EXCHANGE));
        } catch (Throwable e) {
            return new RefreshOutcome.Ambiguous(e.getClass().getSimpleName());
        }
    }

    private @Nullable Result save(PendingSave tokens, HeldToken token) {
        try {
            Optional<OpenGrant> saved = with.save(tokens);
            if (saved.isEmpty()) {
                return null;
            }
            events.accept(new GrantRefreshed(id, need.why(), tokens.access().lifetime()));
            return new Result.Landed(token, saved.get());
        } catch (Throwable e) {
            // Whatever it was, these may be the only tokens that Xero still accepts.
            return new Result.NotSaved(token, tokens);
        }
    }

    /** Null: the record changed meanwhile, and may hold a newer token. */
    private @Nullable Result disconnect(OpenGrant leased, String error) {
        GrantRecord refused = leased.record().refused(error);
        if (with.repository()
                .replace(id, GrantStatus.DISCONNECTED, refused, leased.revision())
                .isEmpty()) {
            return null;
        }
        events.accept(new GrantDisconnected(id, error));
        return disconnected(error);
    }

    private Result giveUpForNow(OpenGrant leased, RefreshOutcome outcome) {
        int failures = leased.record().setback().failures();
        Instant now = with.time().now();
        boolean notSent = outcome instanceof RefreshOutcome.NotSent;
        Duration cap =
                outcome instanceof RefreshOutcome.Ambiguous || notSent ? BackOff.WHILE_OUTSTANDING : BackOff.OTHERWISE;
        Instant next = now.plus(
                outcome instanceof RefreshOutcome.Throttled throttled
                                && throttled.retryAfter().isPresent()
                        ? throttled.retryAfter().get()
                        : BackOff.after(failures, cap, with.random()));
        String error = Reasons.of(outcome);
        release(leased, record -> notSent ? record.notPresented(error, next) : record.failed(error, next));
        events.accept(new RefreshFailed(id, error, next));
        if (outcome instanceof RefreshOutcome.AppRejected rejected) {
            return new Result.Failed(() -> new AppRejectedException(rejected.error()), Optional.of(next));
        }
        return unavailable(error, Optional.of(next));
    }

    /** A lease that cannot be given back ends by itself. */
    private void release(OpenGrant leased, UnaryOperator<GrantRecord> change) {
        try {
            with.repository().update(id, record -> record.isLeasedBy(myNonce) ? change.apply(record) : record);
        } catch (StoreException e) {
            with.announcer().note("The lease of the grant '" + leased.id() + "' could not be given back", e);
        }
    }

    private Result landed(OpenGrant grant) {
        HeldToken token = HeldToken.of(
                grant.record().access(), with.time().now(), with.time().nanoTime());
        return new Result.Landed(token, grant);
    }

    private Result disconnected(String error) {
        return new Result.Failed(() -> new GrantDisconnectedException(id, error), Optional.of(Instant.MAX));
    }

    private Result unavailable(String reason, Optional<Instant> next) {
        return new Result.Failed(() -> new TokenUnavailableException(id, reason, next.orElse(null), null), next);
    }

    private static Optional<Instant> leaseEnd(GrantRecord record) {
        return record.lease().map(Lease::until);
    }

    private Duration elapsed(long since) {
        return Duration.ofNanos(with.time().nanoTime() - since);
    }
}
