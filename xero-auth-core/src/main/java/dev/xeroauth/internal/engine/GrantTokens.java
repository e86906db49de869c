package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.internal.protocol.Memory;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One grant in this process: its token in memory, and the one flight that may be fetching another. Thread-safe. */
public final class GrantTokens {

    private static final Duration NEGATIVE_KNOWLEDGE = Duration.ofSeconds(5);
    private static final Duration CONNECTIONS_CHECKED = Duration.ofMinutes(1);
    private static final Duration FIRST_SAVE_AGAIN = Duration.ofSeconds(1);
    private static final Duration SLOWEST_SAVE_AGAIN = Duration.ofSeconds(60);

    private final Machinery with;
    private final TimeSource time;
    private final GrantId id;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);
    /** The token of {@link #known}, one step nearer for those who ask all the time. */
    private volatile @Nullable HeldToken held;

    private final AtomicReference<@Nullable SharedFlight> flight = new AtomicReference<>();
    private final AtomicReference<Memory> memory;
    private final SaveWatch watch;
    private final ForcedRefreshes forced = new ForcedRefreshes();
    private final AtMostEvery looks;
    private final AtMostEvery checks;
    private volatile boolean kept;

    GrantTokens(Machinery with, GrantId id) {
        this.with = with;
        this.time = with.time();
        this.id = id;
        long now = with.time().nanoTime();
        this.looks = new AtMostEvery(NEGATIVE_KNOWLEDGE, now);
        this.checks = new AtMostEvery(CONNECTIONS_CHECKED, now);
        this.watch = new SaveWatch(with, this);
        this.memory = new AtomicReference<>(Memory.of(with.clock().isShared()));
    }

    /** A token that Xero should accept. Returns at once while there is one; blocks, up to 20 s, only where there is none. */
    public AccessToken accessToken() {
        AccessToken fresh = fresh();
        return fresh != null ? fresh : accessToken(Patience.USUAL);
    }

    /** The same for a caller who waits longer, or not so long. */
    AccessToken accessToken(Patience patience) {
        HeldToken token = known().token();
        AccessToken usable = usable(token, time.nanoTime());
        return usable != null ? usable : await(needInsteadOf(token), patience);
    }

    /** The token, if nobody has to wait or to fetch another one. */
    @Nullable
    AccessToken fresh() {
        HeldToken token = held;
        return token != null && token.isFresh(time.nanoTime()) ? token.handOut() : null;
    }

    /** The same without waiting. */
    public CompletableFuture<AccessToken> accessTokenAsync() {
        HeldToken token = known().token();
        AccessToken usable = usable(token, time.nanoTime());
        return usable != null
                ? CompletableFuture.completedFuture(usable)
                : ask(needInsteadOf(token)).thenApply(Result::accessToken);
    }

    /** The token, if it can be handed out; once it is due, another one is fetched behind its caller's back. */
    private @Nullable AccessToken usable(@Nullable HeldToken token, long now) {
        if (token == null || !token.isUsable(now)) {
            return null;
        }
        if (!token.isFresh(now) && refusal(now) == null) {
            fly(Need.notDue(token.value()));
        }
        return token.handOut();
    }

    private static Need needInsteadOf(@Nullable HeldToken token) {
        return token == null ? Need.ANY : Need.notExpired(token.value());
    }

    /**
     * A token to try after Xero's API answered 401 to this one: a newer one, if there is one or Xero gives one; the same again,
     * if it is so young that Xero may not know it yet. Asks Xero once, however many callers were refused. Empty: another
     * would not help, because those before did not.
     */
    Optional<AccessToken> after(AccessToken refused, boolean saidExpired, Patience patience) {
        AccessToken other = otherThan(refused);
        if (other != null) {
            return Optional.of(other);
        }
        return forced.areAllowed(time.nanoTime())
                ? Optional.of(await(Need.another(refused.value(), saidExpired), patience))
                : newer(refused, patience);
    }

    /** Another token than this one, if there is one here or in the store: another process may have got a new consent. */
    Optional<AccessToken> newer(AccessToken refused, Patience patience) {
        AccessToken other = otherThan(refused);
        if (other != null) {
            return Optional.of(other);
        }
        if (!looks.isTimeFor(time.nanoTime())) {
            return Optional.empty();
        }
        AccessToken found = await(Need.look(refused.value()), patience);
        return found.value().equals(refused.value()) ? Optional.empty() : Optional.of(found);
    }

    /** Whether Xero may be asked for its list of connections again, because a tenant seems to be missing. */
    boolean isTimeToCheckConnections() {
        return checks.isTimeFor(time.nanoTime());
    }

    /** Xero's API has accepted a token. */
    void accepted() {
        forced.cured();
    }

    /** The same as {@link #after} without waiting, however often others did not help. */
    public CompletableFuture<AccessToken> afterAsync(AccessToken refused, boolean saidExpired) {
        AccessToken other = otherThan(refused);
        return other != null
                ? CompletableFuture.completedFuture(other)
                : ask(Need.another(refused.value(), saidExpired)).thenApply(Result::accessToken);
    }

    private @Nullable AccessToken otherThan(AccessToken refused) {
        HeldToken token = known().token();
        if (token == null || token.is(refused.value()) || !token.isUsable(time.nanoTime())) {
            return null;
        }
        return token.handOut();
    }

    GrantId id() {
        return id;
    }

    /** Somebody holds on to this object, whether or not there is such a grant. */
    GrantTokens keep() {
        kept = true;
        return this;
    }

    /** What a flight begins with. */
    Memory memory() {
        return Objects.requireNonNull(memory.get());
    }

    /** What a flight ended with; two of them may have been under way. */
    void remember(Memory next) {
        memory.updateAndGet(next::orNewer);
    }

    /** New tokens were saved. */
    void watch() {
        watch.begin();
    }

    /** Begins a refresh if a token that has been handed out is due. */
    void refreshIfWanted() {
        HeldToken token = known().token();
        long now = time.nanoTime();
        if (token != null && token.isHandedOut() && !token.isFresh(now) && refusal(now) == null) {
            fly(token.isUsable(now) ? Need.notDue(token.value()) : Need.notExpired(token.value()));
        }
    }

    /** Whether nobody here needs this grant any more. */
    boolean isUnwanted() {
        HeldToken token = known().token();
        boolean hasRunOut = token == null || (!token.isHandedOut() && !token.isFresh(time.nanoTime()));
        // Where no clock is shared, how long a lease has stood is known here alone.
        boolean watchesALease = memory().lease().isPresent();
        return hasRunOut && !kept && !watchesALease && flight.get() == null && known().pending() == null;
    }

    /** Whether it would be the same without this object: the store may have lost what is remembered here alone. */
    boolean knowsNothing() {
        return isUnwanted() && known().token() == null && memory().newest().isEmpty();
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

    private AccessToken await(Need need, Patience patience) {
        long began = time.nanoTime();
        return patience.await(ask(need), () -> tooLong(began)).accessToken();
    }

    /** A token that meets the need, or why there is none. Blocks nobody, and never fails. */
    CompletableFuture<Result> ask(Need need) {
        Known.Refusal refusal = refusal(time.nanoTime());
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal.failure());
        }
        SharedFlight joined = fly(need);
        return joined.need().equals(need)
                ? joined.result()
                // A flight that began for something else may have brought what is of no use here.
                : joined.result()
                        .thenCompose(result -> result.isOfUse(need, time.nanoTime())
                                ? CompletableFuture.completedFuture(result)
                                : ask(need));
    }

    /**
     * An operator insists: what this process knows of failures does not count, and a flight that is for something else does not
     * stand in for his own. Never fails.
     */
    CompletableFuture<Result> retry() {
        change(Known::withoutRefusal);
        SharedFlight joined = fly(Need.RETRY);
        return joined.need().equals(Need.RETRY)
                ? joined.result()
                : joined.result().thenCompose(result -> retry());
    }

    /** Whether there are tokens that the store has not taken yet. */
    boolean areUnsaved() {
        return known().pending() != null;
    }

    private TokenUnavailableException tooLong(long began) {
        Duration waited = Duration.ofNanos(time.nanoTime() - began);
        return new TokenUnavailableException(
                id, "the refresh goes on, and the caller waited for it no longer (" + waited + ")", null, null);
    }

    /** Joins the flight in the air, or starts one. */
    private SharedFlight fly(Need need) {
        SharedFlight mine = SharedFlight.forNeed(need);
        SharedFlight inTheAir = flight.compareAndExchange(null, mine);
        if (inTheAir != null) {
            return inTheAir;
        }
        try {
            with.threads().requireOpen();
            int consents = known().consents();
            OwnThreads.then(mine.run(with, this, id), result -> land(mine, result, consents));
        } catch (Throwable e) {
            flight.set(null);
            mine.result().complete(mine.notBegun(id, e));
        }
        return mine;
    }

    private void land(SharedFlight mine, Result result, int consents) {
        try {
            publish(result, consents);
            if (mine.isForced(result)) {
                forced.happened(time.nanoTime());
            }
            // A listener who asks for a token gets the new one, and whoever closes now is not ahead of the listener.
            mine.events().forEach(with.announcer()::tell);
        } finally {
            // In this order: who comes now sees what it brought, and who saw nothing finds the flight.
            flight.set(null);
            mine.result().complete(result);
        }
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
        Instant now = with.clock().instant();
        Instant until = failed.until().orElse(now);
        Duration left = until.isAfter(now.plus(NEGATIVE_KNOWLEDGE)) ? NEGATIVE_KNOWLEDGE : Duration.between(now, until);
        long untilNanos = time.nanoTime() + left.toNanos();
        changeIf(consents, was -> was.with(new Known.Refusal(failed, untilNanos)));
    }

    private void saveAgainIn(Duration delay, PendingSave pending) {
        with.waiting().later(delay, () -> saveAgain(delay, pending));
    }

    private void saveAgain(Duration waited, PendingSave pending) {
        if (!pending.equals(known().pending()) || with.threads().isClosing()) {
            return;
        }
        OwnThreads.then(saving(), saved -> {
            if (!saved) {
                saveAgainIn(Waiting.twice(waited, SLOWEST_SAVE_AGAIN), pending);
            }
        });
    }

    /** False: there are tokens that the store still does not take. Never fails. */
    CompletableFuture<Boolean> saving() {
        Known before = known();
        PendingSave pending = before.pending();
        if (pending == null) {
            return CompletableFuture.completedFuture(true);
        }
        List<XeroEvent> events = new ArrayList<>();
        return new Refresh(with, this, pending.flight().need(), events::add)
                .resume(pending.flight())
                .thenApply(result -> {
                    if (result.filter(Result.NotSaved.class::isInstance).isPresent()) {
                        return false;
                    }
                    changeIf(before.consents(), now -> pending.equals(now.pending()) ? now.saved() : now);
                    events.forEach(with.announcer()::tell);
                    return true;
                })
                .exceptionally(e -> false);
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
        showToken();
    }

    private void changeIf(int consents, UnaryOperator<Known> change) {
        change(now -> now.consents() == consents ? change.apply(now) : now);
    }

    /** Two who change it at once leave what stands in the end. */
    private void showToken() {
        Known shown;
        do {
            shown = known();
            held = shown.token();
        } while (!shown.isStill(known.get()));
    }
}
