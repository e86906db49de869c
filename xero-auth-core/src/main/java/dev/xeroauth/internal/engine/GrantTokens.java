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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One grant in this process: its token in memory, and the one flight that may be fetching another. Thread-safe. */
public final class GrantTokens implements TokenSource {

    static final Duration NEGATIVE_KNOWLEDGE = Duration.ofSeconds(5);

    private final Machinery with;
    private final TimeSource time;
    private final GrantId id;
    private final Knowledge knowledge = new Knowledge(token -> held = token);
    /** The token that is known. */
    private volatile @Nullable HeldToken held;

    private final AtomicReference<@Nullable SharedFlight> flight = new AtomicReference<>();
    private final AtomicReference<Memory> memory;
    private final SaveWatch watch;
    private final SavingAgain unsaved;
    private final RefusedTokens refused;
    private volatile boolean kept;
    /** The tenants' names, if they have been read here. */
    private volatile @Nullable NamedTenants named;
    /** Whether the flight waits for the store at this moment, for those who wait for the flight no longer. */
    private volatile boolean atStore;

    GrantTokens(Machinery with, GrantId id) {
        this.with = with;
        this.time = with.time();
        this.id = id;
        this.refused = new RefusedTokens(with.time(), this);
        this.watch = new SaveWatch(with, this);
        this.unsaved = new SavingAgain(with, this, knowledge);
        this.memory = new AtomicReference<>(Memory.of(with.clock().isShared()));
    }

    /** A token that Xero should accept. Returns at once while there is one; blocks, up to 20 s, only where there is none. */
    public AccessToken accessToken() {
        AccessToken fresh = fresh();
        return fresh != null ? fresh : accessToken(Patience.USUAL);
    }

    /** The same for a caller who waits longer, or not so long. */
    @Override
    public AccessToken accessToken(Patience patience) {
        HeldToken token = knowledge.now().token();
        AccessToken usable = usable(token, time.nanoTime());
        return usable != null ? usable : await(needInsteadOf(token), patience);
    }

    @Override
    public @Nullable AccessToken fresh() {
        HeldToken token = held;
        return token != null && token.isFresh(time.nanoTime()) ? token.handOut() : null;
    }

    /** The same without waiting. */
    public CompletableFuture<AccessToken> accessTokenAsync() {
        HeldToken token = knowledge.now().token();
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
        if (!token.isFresh(now) && knowledge.refusal(now) == null) {
            fly(Need.notDue(token.value()));
        }
        return token.handOut();
    }

    private static Need needInsteadOf(@Nullable HeldToken token) {
        return token == null ? Need.ANY : Need.notExpired(token.value());
    }

    @Override
    public RefusedTokens refused() {
        return refused;
    }

    @Override
    public @Nullable HeldToken newest() {
        return knowledge.now().token();
    }

    @Override
    public AccessToken another(AccessToken refusedToken, boolean saidExpired, Patience patience) {
        return await(Need.another(refusedToken.value(), saidExpired), patience);
    }

    /**
     * A token to try after this one was refused, without waiting, however often others did not help: that is not asked here,
     * as the interceptor does.
     */
    public CompletableFuture<AccessToken> anotherAsync(AccessToken refusedToken, boolean saidExpired) {
        AccessToken other = refused.otherThan(refusedToken);
        return other != null
                ? CompletableFuture.completedFuture(other)
                : ask(Need.another(refusedToken.value(), saidExpired)).thenApply(Result::accessToken);
    }

    /** In the store: another process may have got a new consent. */
    @Override
    public AccessToken look(AccessToken refusedToken, Patience patience) {
        return await(Need.look(refusedToken.value()), patience);
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

    /** What a flight ended with; two of them may have been under way. What it knows from before a consent is worth nothing. */
    void remember(Memory next, int consents) {
        memory.updateAndGet(now -> consents == consents() ? next.orNewer(now) : now);
    }

    /** New tokens were saved. */
    void watch() {
        watch.begin();
    }

    /** Whether a token that has been handed out is due. */
    boolean isRefreshWanted() {
        HeldToken token = held;
        long now = time.nanoTime();
        return token != null && token.isHandedOut() && !token.isFresh(now) && knowledge.refusal(now) == null;
    }

    /** Refreshes it behind its callers' backs. Never fails. */
    CompletableFuture<Result> refresh() {
        HeldToken token = held;
        if (token == null) {
            return ask(Need.ANY);
        }
        return fly(token.isUsable(time.nanoTime()) ? Need.notDue(token.value()) : Need.notExpired(token.value()))
                .result();
    }

    /** Whether nobody here needs this grant any more. */
    boolean isUnwanted() {
        Known known = knowledge.now();
        HeldToken token = known.token();
        long now = time.nanoTime();
        Known.Refusal last = known.refusal();
        boolean isDead = last != null && last.failure().isForGood();
        boolean hasRunOut =
                token == null || (!token.isHandedOut() && !token.isFresh(now)) || (isDead && !token.isUsable(now));
        // Where no clock is shared, how long a lease has stood is known here alone.
        boolean watchesALease = memory().lease().isPresent();
        // In this order: a flight that lands meanwhile may leave tokens to be saved.
        return hasRunOut && !kept && !watchesALease && flight.get() == null && !areUnsaved();
    }

    /** Whether it would be the same without this object: the store may have lost what is remembered here alone. */
    boolean knowsNothing() {
        return isUnwanted()
                && knowledge.now().token() == null
                && memory().newest().isEmpty();
    }

    /** The tenants, as far as this process has read them. */
    Optional<Reach> reach() {
        return Optional.ofNullable(knowledge.now().reach());
    }

    /** How often this process has begun anew with it: what was asked before a consent says nothing after it. */
    int consents() {
        return knowledge.now().consents();
    }

    void reaching(Reach reach, int consents) {
        knowledge.changeIf(consents, now -> now.with(reach));
    }

    /** The tenants with their names, as long as they count. */
    @Nullable
    NamedTenants named() {
        NamedTenants last = named;
        return last != null && last.areStill(knowledge.now().reach(), time.nanoTime()) ? last : null;
    }

    void remember(NamedTenants next) {
        named = next;
    }

    /** The flight in the air, if there is one. */
    Optional<SharedFlight> inTheAir() {
        return Optional.ofNullable(flight.get());
    }

    /** A consent was completed, or the grant ended: nothing that was known before counts. */
    public void beginAnew() {
        knowledge.change(Known::anew);
    }

    /** A token that meets the need, or why there is none. Blocks nobody, and never fails. */
    CompletableFuture<Result> ask(Need need) {
        Known.Refusal refusal = knowledge.refusal(time.nanoTime());
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal.failure());
        }
        SharedFlight joined = fly(need);
        return joined.isFor(need, consents())
                ? joined.result()
                // A flight that began for something else may have brought what is of no use here, and so may one from
                // before a consent.
                : joined.result()
                        .thenCompose(result -> joined.consents() == consents() && result.isOfUse(need, time.nanoTime())
                                ? CompletableFuture.completedFuture(result)
                                : ask(need));
    }

    /** The same for somebody who waits. */
    AccessToken await(Need need, Patience patience) {
        long began = time.nanoTime();
        return patience.await(ask(need), () -> tooLong(began)).accessToken();
    }

    @Override
    public void awaitLanding(Patience patience) {
        long began = time.nanoTime();
        inTheAir().ifPresent(flight -> patience.await(flight.result(), () -> tooLong(began)));
    }

    /**
     * An operator insists: what this process knows of failures does not count, and a flight that is for something else does not
     * stand in for his own. Never fails.
     */
    CompletableFuture<Result> retry() {
        knowledge.change(Known::withoutRefusal);
        SharedFlight joined = fly(Need.RETRY);
        return joined.isFor(Need.RETRY, consents())
                ? joined.result()
                : joined.result().thenCompose(result -> retry());
    }

    /** Whether there are tokens that the store has not taken yet. */
    boolean areUnsaved() {
        return knowledge.now().pending() != null;
    }

    private TokenUnavailableException tooLong(long began) {
        Duration waited = Duration.ofNanos(time.nanoTime() - began);
        String where = atStore ? ", waiting for " + with.repository().storeDescription() : "";
        return new TokenUnavailableException(
                id,
                "the refresh goes on" + where + ", and the caller waited for it no longer (" + waited + ")",
                null,
                null);
    }

    /** Whether what is in the air waits for the store now. */
    void atStore(boolean is) {
        atStore = is;
    }

    /** Joins the flight in the air, or starts one. */
    private SharedFlight fly(Need need) {
        SharedFlight mine = SharedFlight.forNeed(need, consents());
        SharedFlight inTheAir = flight.compareAndExchange(null, mine);
        if (inTheAir != null) {
            return inTheAir;
        }
        try {
            with.threads().requireOpen();
            OwnThreads.whenOver(mine.run(with, this), (result, failure) -> land(mine, result, failure));
        } catch (Throwable e) {
            flight.set(null);
            mine.result().complete(mine.notBegun(id, e));
        }
        return mine;
    }

    private void land(SharedFlight mine, @Nullable Result brought, @Nullable Throwable failure) {
        Result result = brought != null ? brought : mine.failed(with, id, failure);
        try {
            publish(result, mine.consents());
            if (mine.isForced(result)) {
                refused.forced();
            }
            // A listener who asks for a token gets the new one, and whoever closes now is not ahead of the listener.
            for (XeroEvent event : mine.events()) {
                with.announcer().tell(event);
            }
        } finally {
            // In this order: who comes now sees what it brought, and who saw nothing finds the flight.
            flight.set(null);
            mine.result().complete(result);
        }
    }

    private void publish(Result result, int consents) {
        if (result instanceof Result.Landed landed) {
            knowledge.changeIf(
                    consents,
                    now -> now.with(landed.token(), landed.grant().record().reach()));
        } else if (result instanceof Result.NotSaved notSaved) {
            knowledge.changeIf(consents, now -> now.with(notSaved.token(), notSaved.tokens()));
            unsaved.begin(notSaved.tokens());
        } else if (result instanceof Result.Failed failed && failed.forEverybody()) {
            remember(failed, consents);
        }
    }

    private void remember(Result.Failed failed, int consents) {
        if (failed.isForGood()) {
            named = null;
        }
        Instant now = with.clock().instant();
        Instant until = failed.until().orElse(now);
        Duration left = until.isAfter(now.plus(NEGATIVE_KNOWLEDGE)) ? NEGATIVE_KNOWLEDGE : Duration.between(now, until);
        long untilNanos = time.nanoTime() + left.toNanos();
        knowledge.changeIf(consents, was -> was.with(new Known.Refusal(failed, untilNanos)));
    }

    /** False: there are tokens that the store still does not take. Never fails. */
    CompletableFuture<Boolean> saving() {
        return unsaved.attempt();
    }
}
