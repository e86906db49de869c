package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.StoreException;
import dev.xeroauth.UnsavedTokens;
import dev.xeroauth.XeroException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The grants that this process has been asked for. Thread-safe. */
public final class Grants {

    private static final Duration AT_THE_END = Duration.ofSeconds(30);
    /** Two exchanges; what hangs longer leaves time to save the others. */
    private static final Duration LANDING = Duration.ofSeconds(20);

    private static final Duration SAVING_PAUSE = Duration.ofMillis(500);

    private final Machinery with;
    private final ConcurrentMap<GrantId, GrantTokens> grants = new ConcurrentHashMap<>();

    /** @param with what every flight works with */
    public Grants(Machinery with) {
        this.with = with;
    }

    /** A token for this grant; see {@link GrantTokens#accessToken()}. */
    public AccessToken accessToken(GrantId id) {
        try {
            return of(id).accessToken();
        } catch (GrantNotFoundException e) {
            throw unknown(id);
        }
    }

    /**
     * The same for a caller with a limit of its own.
     *
     * @param atMost how long it waits
     */
    public AccessToken accessToken(GrantId id, Duration atMost) {
        try {
            return of(id).accessToken(new Patience(atMost, null));
        } catch (GrantNotFoundException e) {
            throw unknown(id);
        }
    }

    /** The same without waiting. */
    public CompletableFuture<AccessToken> accessTokenAsync(GrantId id) {
        return of(id).accessTokenAsync().whenComplete((token, failure) -> {
            if (failure != null && failure.getCause() instanceof GrantNotFoundException) {
                forget(id);
            }
        });
    }

    /** A token to try after Xero's API answered 401 to this one, if there is any use in it. */
    public Optional<AccessToken> after(GrantId id, AccessToken refused, boolean saidExpired) {
        return of(id).refused().after(refused, saidExpired, Patience.USUAL);
    }

    /** What is not in the store is not kept here either, so that made-up ids fill no memory. */
    GrantNotFoundException unknown(GrantId id) {
        forget(id);
        return new GrantNotFoundException(id);
    }

    private void forget(GrantId id) {
        grants.computeIfPresent(id, (it, tokens) -> tokens.knowsNothing() ? null : tokens);
    }

    /** This process's view of a grant, whether or not it exists. */
    public GrantTokens of(GrantId id) {
        GrantTokens tokens = grants.get(id);
        return tokens != null ? tokens : grants.computeIfAbsent(id, it -> new GrantTokens(with, it));
    }

    /** Whether this process has tokens of it that the store has not taken yet. */
    boolean areUnsaved(GrantId id) {
        GrantTokens tokens = grants.get(id);
        return tokens != null && tokens.areUnsaved();
    }

    /** The same for somebody who holds on to it. */
    GrantTokens kept(GrantId id) {
        return grants.compute(id, (it, tokens) -> (tokens == null ? new GrantTokens(with, it) : tokens).keep());
    }

    /**
     * Those whose tokens are due and have been handed out here since the last refresh; what nobody has wanted since is
     * forgotten.
     */
    List<GrantTokens> wanted() {
        List<GrantTokens> wanted = new ArrayList<>();
        grants.forEach((id, tokens) -> {
            if (tokens.isRefreshWanted()) {
                wanted.add(tokens);
            }
            grants.computeIfPresent(id, (it, still) -> still.isUnwanted() ? null : still);
        });
        return wanted;
    }

    /**
     * Begins nothing any more, waits for what is in the air, a consent among it, and saves what the store has not taken: 30 s
     * in all. What is unsaved then is told. A second time does nothing.
     */
    public void close() {
        if (!with.threads().beginClosing()) {
            return;
        }
        long until = with.time().nanoTime() + AT_THE_END.toNanos();
        List<CompletableFuture<?>> inTheAir = new ArrayList<>();
        for (GrantTokens grant : grants.values()) {
            Optional<SharedFlight> flight = grant.inTheAir();
            if (flight.isPresent()) {
                inTheAir.add(flight.get().result());
            }
        }
        over(CompletableFuture.allOf(inTheAir.toArray(new CompletableFuture<?>[0])), LANDING);
        List<GrantTokens> unsaved = List.copyOf(grants.values());
        while (!unsaved.isEmpty()) {
            // All at once, and then one after the other waited for.
            List<Attempt> attempts = new ArrayList<>();
            for (GrantTokens grant : unsaved) {
                attempts.add(Attempt.begin(grant));
            }
            unsaved = new ArrayList<>();
            for (Attempt attempt : attempts) {
                if (!attempt.saved(left(until))) {
                    unsaved.add(attempt.grant());
                }
            }
            if (left(until).isZero() || (!unsaved.isEmpty() && !with.waiting().pauseUnlessInterrupted(SAVING_PAUSE))) {
                break;
            }
        }
        over(with.threads().callsOver(), left(until));
        for (GrantTokens grant : unsaved) {
            with.announcer().tell(new UnsavedTokens(grant.id()));
        }
    }

    private static void over(CompletableFuture<?> running, Duration atMost) {
        try {
            OwnThreads.await(running, atMost, Grants::tooLong);
        } catch (XeroException e) {
            // It goes on, and is asked again below.
        }
    }

    /** To save what may be unsaved of a grant. */
    private record Attempt(GrantTokens grant, CompletableFuture<Boolean> saving) {

        static Attempt begin(GrantTokens grant) {
            boolean flies = grant.inTheAir().isPresent();
            return new Attempt(grant, flies ? CompletableFuture.completedFuture(false) : grant.saving());
        }

        boolean saved(Duration atMost) {
            try {
                return OwnThreads.await(saving, atMost, Grants::tooLong);
            } catch (XeroException e) {
                return false;
            }
        }
    }

    private Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - with.time().nanoTime()));
    }

    private static XeroException tooLong() {
        return new StoreException("The token store takes too long", null);
    }
}
