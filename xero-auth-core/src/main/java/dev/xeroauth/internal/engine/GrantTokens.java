package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.record.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One grant in this process: its token in memory, and the one flight that may be fetching another. Thread-safe. */
public final class GrantTokens {

    private static final Duration CALLER_WAITS = Duration.ofSeconds(20);
    private static final Duration NEGATIVE_KNOWLEDGE = Duration.ofSeconds(5);
    private static final Duration FIRST_SAVE_AGAIN = Duration.ofSeconds(1);
    private static final Duration SLOWEST_SAVE_AGAIN = Duration.ofSeconds(60);

    private final Machinery with;
    private final GrantId id;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);
    private final AtomicReference<@Nullable SharedFlight> flight = new AtomicReference<>();

    GrantTokens(Machinery with, GrantId id) {
        this.with = with;
        this.id = id;
    }

    /** A token that Xero should accept. Returns at once while there is one; blocks, up to 20 s, only where there is none. */
    public AccessToken accessToken() {
        HeldToken token = known().token();
        long now = with.time().nanoTime();
        return token != null && token.isFresh(now) ? token.token() : notFresh(token, now);
    }

    private AccessToken notFresh(@Nullable HeldToken token, long now) {
        if (token != null && token.isUsable(now)) {
            if (refusal(now) == null) {
                fly(Need.notDue(token.token().value()));
            }
            return token.token();
        }
        return await(token == null ? Need.ANY : Need.notExpired(token.token().value()));
    }

    /**
     * A token to try after Xero's API answered 401 to this one: the same again, if it is so young that Xero may not know
     * it yet. One refresh, however many callers were refused.
     */
    public AccessToken after(AccessToken refused, boolean saidExpired) {
        HeldToken token = known().token();
        if (token != null
                && !token.token().value().equals(refused.value())
                && token.isUsable(with.time().nanoTime())) {
            return token.token();
        }
        return await(Need.another(refused.value(), saidExpired));
    }

    GrantId id() {
        return id;
    }

    /** The tenants, as far as this process has read them. */
    Optional<Reach> reach() {
        return Optional.ofNullable(known().reach());
    }

    /** How many consents this process has completed for it: what was asked before one says nothing after it. */
    int consents() {
        return known().consents();
    }

    void reaching(Reach reach, int consents) {
        changeIf(consents, now -> now.with(reach));
    }

    /** The flight in the air, if there is one. */
    Optional<SharedFlight> inTheAir() {
        return Optional.ofNullable(flight.get());
    }

    /** A consent was completed: nothing that was known before counts. */
    void afterConsent() {
        change(Known::afterConsent);
    }

    private AccessToken await(Need need) {
        long began = with.time().nanoTime();
        while (true) {
            Known.Refusal refusal = refusal(with.time().nanoTime());
            if (refusal != null) {
                throw refusal.failure().problem().get();
            }
            SharedFlight joined = fly(need);
            Duration left = CALLER_WAITS.minusNanos(with.time().nanoTime() - began);
            Result result = OwnThreads.await(joined.result(), left, () -> tooLong(began));
            if (result instanceof Result.Failed failed) {
                throw failed.problem().get();
            }
            AccessToken token = token(result);
            // A flight that began for something else may have brought the very token that was refused.
            if (!token.value().equals(need.refusedToken()) || joined.need().equals(need)) {
                return token;
            }
        }
    }

    private TokenUnavailableException tooLong(long began) {
        Duration waited = Duration.ofNanos(with.time().nanoTime() - began);
        return new TokenUnavailableException(
                id, "the refresh goes on, and the caller waited for it no longer (" + waited + ")", null, null);
    }

    private static AccessToken token(Result result) {
        return result instanceof Result.Landed landed
                ? landed.token().token()
                : ((Result.NotSaved) result).token().token();
    }

    /** Joins the flight in the air, or starts one. */
    private SharedFlight fly(Need need) {
        SharedFlight mine = SharedFlight.forNeed(need);
        SharedFlight inTheAir = flight.compareAndExchange(null, mine);
        if (inTheAir != null) {
            return inTheAir;
        }
        try {
            with.threads().executeUntilClosing(() -> land(mine));
        } catch (Throwable e) {
            flight.set(null);
            mine.result().complete(mine.notBegun(id, e));
        }
        return mine;
    }

    private void land(SharedFlight mine) {
        int consents = known().consents();
        Result result = mine.run(with, this, id);
        try {
            publish(result, consents);
        } finally {
            // In this order: who comes now sees what it brought, and who saw nothing finds the flight.
            flight.set(null);
            mine.result().complete(result);
        }
        // Last, so that a listener who asks for a token gets the new one.
        mine.events().forEach(with.announcer()::tell);
    }

    private void publish(Result result, int consents) {
        if (result instanceof Result.Landed landed) {
            changeIf(
                    consents,
                    now -> now.with(landed.token(), landed.grant().record().reach()));
        } else if (result instanceof Result.NotSaved notSaved) {
            changeIf(consents, now -> now.with(notSaved.token(), notSaved.tokens()));
            saveAgainIn(FIRST_SAVE_AGAIN, notSaved.tokens());
        } else if (result instanceof Result.Failed failed) {
            remember(failed, consents);
        }
    }

    private void remember(Result.Failed failed, int consents) {
        Instant now = with.time().now();
        Instant until = failed.until().orElse(now);
        Duration left = until.isAfter(now.plus(NEGATIVE_KNOWLEDGE)) ? NEGATIVE_KNOWLEDGE : Duration.between(now, until);
        long untilNanos = with.time().nanoTime() + left.toNanos();
        changeIf(consents, was -> was.with(new Known.Refusal(failed, untilNanos)));
    }

    private void saveAgainIn(Duration delay, PendingSave pending) {
        with.waiting().later(delay, with.threads(), () -> saveAgain(delay, pending));
    }

    private void saveAgain(Duration waited, PendingSave pending) {
        if (!pending.equals(known().pending()) || trySaving()) {
            return;
        }
        Duration twice = waited.multipliedBy(2);
        saveAgainIn(twice.compareTo(SLOWEST_SAVE_AGAIN) > 0 ? SLOWEST_SAVE_AGAIN : twice, pending);
    }

    /** False: there are tokens that the store still does not take. */
    boolean trySaving() {
        Known before = known();
        PendingSave pending = before.pending();
        if (pending == null) {
            return true;
        }
        List<XeroEvent> events = new ArrayList<>();
        try {
            Refresh again = new Refresh(with, id, pending.flight().need(), events::add);
            if (again.resume(pending.flight()) instanceof Result.NotSaved) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        changeIf(before.consents(), now -> pending.equals(now.pending()) ? now.saved() : now);
        events.forEach(with.announcer()::tell);
        return true;
    }

    private Known.@Nullable Refusal refusal(long now) {
        Known.Refusal refusal = known().refusal();
        return refusal != null && now - refusal.untilNanos() < 0 ? refusal : null;
    }

    private Known known() {
        return Objects.requireNonNull(known.get());
    }

    private void change(UnaryOperator<Known> change) {
        known.updateAndGet(change);
    }

    private void changeIf(int consents, UnaryOperator<Known> change) {
        known.updateAndGet(now -> now.consents() == consents ? change.apply(now) : now);
    }
}
