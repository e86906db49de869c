package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.internal.protocol.Draw;
import dev.xeroauth.internal.protocol.Issue;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a custom connection's one organisation: in memory alone, because asking for one spends nothing. One flight at
 * most fetches another. Thread-safe.
 */
public final class OrganisationTokens implements TokenSource {

    /** So long Xero's API may not have heard of a token. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    /** There was no memory for more, for example. */
    private static final Result NOTHING = new Result.Failed(
            () -> TokenUnavailableException.ofCustomConnection("the answer could not be taken", null, null),
            Optional.empty());

    private final Function<Duration, RefreshOutcome> xero;
    private final TimeSource time;
    private final OwnThreads threads;
    private final RandomGenerator random;
    private final RefusedTokens refused;
    private final AtomicReference<@Nullable Flight> flight = new AtomicReference<>();
    /** The token that is known. Written, as what follows, by the one flight. */
    private volatile @Nullable HeldToken held;

    private volatile long heldSinceNanos;
    /** Why the last flight brought none; null: it brought one. */
    private volatile @Nullable Setback setback;

    /** One request for a token, for everybody who waits for it. Its result never is an exception. */
    private static final class Flight {

        private final Need need;
        private final CompletableFuture<Result> result = new CompletableFuture<>();

        Flight(Need need) {
            this.need = need;
        }
    }

    /**
     * Asks nobody yet.
     *
     * @param xero asks Xero's token endpoint within a deadline
     * @param time this host's clocks
     */
    public OrganisationTokens(
            Function<Duration, RefreshOutcome> xero, TimeSource time, OwnThreads threads, RandomGenerator random) {
        this.xero = xero;
        this.time = time;
        this.threads = threads;
        this.random = random;
        this.refused = new RefusedTokens(time, this);
    }

    /** A token that Xero should accept. Returns at once while there is one; blocks, up to 20 s, only where there is none. */
    public AccessToken accessToken() {
        AccessToken fresh = fresh();
        return fresh != null ? fresh : accessToken(Patience.USUAL);
    }

    /**
     * The same for a caller with a limit of its own.
     *
     * @param atMost how long it waits
     */
    public AccessToken accessToken(Duration atMost) {
        return accessToken(new Patience(atMost, null));
    }

    @Override
    public AccessToken accessToken(Patience patience) {
        HeldToken token = held;
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
        HeldToken token = held;
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
        if (!token.isFresh(now) && failure(now) == null) {
            fly(new Flight(Need.notDue(token.value())));
        }
        return token.handOut();
    }

    private static Need needInsteadOf(@Nullable HeldToken token) {
        return token == null ? Need.ANY : Need.notExpired(token.value());
    }

    @Override
    public @Nullable HeldToken newest() {
        return held;
    }

    @Override
    public AccessToken another(AccessToken refusedToken, boolean saidExpired, Patience patience) {
        // In this order, which is not that of writing: no token counts as young because of the next one.
        boolean young = time.nanoTime() - heldSinceNanos < YOUNG.toNanos();
        HeldToken token = held;
        return token != null && token.is(refusedToken.value()) && young && !saidExpired
                ? refusedToken
                : await(Need.another(refusedToken.value(), saidExpired), patience);
    }

    /** Nobody else has any. */
    @Override
    public AccessToken look(AccessToken refusedToken, Patience patience) {
        awaitLanding(patience);
        AccessToken other = refused.otherThan(refusedToken);
        return other != null ? other : refusedToken;
    }

    @Override
    public void awaitLanding(Patience patience) {
        long began = time.nanoTime();
        Flight inTheAir = flight.get();
        if (inTheAir != null) {
            patience.await(inTheAir.result, () -> tooLong(began));
        }
    }

    @Override
    public RefusedTokens refused() {
        return refused;
    }

    /** Fetches nothing any more. Whoever waits for a flight in the air gets what it brings. */
    public void close() {
        threads.beginClosing();
        Flight inTheAir = flight.get();
        if (inTheAir == null) {
            threads.end();
        } else {
            OwnThreads.then(inTheAir.result, result -> threads.end());
        }
    }

    private AccessToken await(Need need, Patience patience) {
        long began = time.nanoTime();
        return patience.await(ask(need), () -> tooLong(began)).accessToken();
    }

    private TokenUnavailableException tooLong(long began) {
        Duration waited = Duration.ofNanos(time.nanoTime() - began);
        return TokenUnavailableException.ofCustomConnection(
                "Xero is still being asked, and the caller waited for it no longer (" + waited + ")", null, null);
    }

    /** A token that meets the need, or why there is none. Blocks nobody, and never fails. */
    private CompletableFuture<Result> ask(Need need) {
        Result.Failed failure = failure(time.nanoTime());
        if (failure != null) {
            return CompletableFuture.completedFuture(failure);
        }
        Flight mine = new Flight(need);
        Flight joined = fly(mine);
        return joined.equals(mine)
                ? mine.result
                // One that was about to land may have brought the very token that is of no use.
                : joined.result.thenCompose(result ->
                        result.isOfUse(need, time.nanoTime()) ? CompletableFuture.completedFuture(result) : ask(need));
    }

    /** Why there is no other token, as long as that counts. */
    private Result.@Nullable Failed failure(long nanos) {
        Setback last = setback;
        return last != null && last.counts(nanos) ? last.failure() : null;
    }

    /** Joins the flight in the air, or starts this one. */
    private Flight fly(Flight mine) {
        Flight inTheAir = flight.compareAndExchange(null, mine);
        if (inTheAir != null) {
            return inTheAir;
        }
        Result brought = brought(mine.need);
        if (brought != null) {
            land(mine, brought);
            return mine;
        }
        try {
            threads.requireOpen();
            Moment asked = moment();
            OwnThreads.whenOver(
                    threads.run(() -> xero.apply(TokenEndpoint.EXCHANGE)),
                    (outcome, e) -> land(mine, asked, arrived(outcome, e)));
        } catch (XeroConfigurationException e) {
            String message = String.valueOf(e.getMessage());
            land(mine, new Result.Failed(() -> new XeroConfigurationException(message), Optional.empty()));
        }
        return mine;
    }

    /** What a flight has brought that landed after the caller had looked; Xero is not asked again for it. */
    private @Nullable Result brought(Need need) {
        HeldToken token = held;
        long now = time.nanoTime();
        Result.Failed failure = failure(now);
        if (failure != null) {
            return failure;
        }
        Result result = token == null ? null : new Result.Fetched(token);
        return result != null && result.isOfUse(need, now) ? result : null;
    }

    /** No thread to be had, for example: nobody was asked. */
    private static RefreshOutcome arrived(@Nullable RefreshOutcome outcome, @Nullable Throwable e) {
        return outcome != null
                ? outcome
                : new RefreshOutcome.NotSent(
                        e == null ? "no result" : OwnThreads.cause(e).getClass().getSimpleName());
    }

    private void land(Flight mine, Moment asked, RefreshOutcome outcome) {
        Result result = NOTHING;
        try {
            result = outcome instanceof RefreshOutcome.Issued issued ? fetched(mine, issued, asked) : failed(outcome);
        } finally {
            land(mine, result);
        }
    }

    private void land(Flight mine, Result result) {
        // In this order: who comes now sees what it brought, and who saw nothing finds the flight.
        flight.set(null);
        mine.result.complete(result);
    }

    private Result fetched(Flight mine, RefreshOutcome.Issued issued, Moment asked) {
        Draw draw = new Draw("", Revision.NONE, random.nextDouble());
        HeldToken token = HeldToken.of(Issue.of(issued.tokens(), asked, draw).access(), asked);
        held = token.insteadOf(held);
        heldSinceNanos = asked.nanos();
        setback = null;
        if (mine.need.why() == RefreshReason.REFUSED_BY_API) {
            refused.forced();
        }
        return new Result.Fetched(token);
    }

    private Result failed(RefreshOutcome outcome) {
        Setback next = Setback.after(setback, outcome, moment(), random.nextDouble());
        setback = next;
        return next.failure();
    }

    private Moment moment() {
        return new Moment(time.now(), time.nanoTime());
    }
}
