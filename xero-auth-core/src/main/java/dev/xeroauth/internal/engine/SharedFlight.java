package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.protocol.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one refresh that a grant may have in the air in this process.
 *
 * @param need what it began for
 * @param consents how many consents this process had completed then
 * @param result its end, which never is an exception
 * @param events what there is to tell when it is over; for the flight's own thread
 */
record SharedFlight(Need need, int consents, CompletableFuture<Result> result, List<XeroEvent> events) {

    private static final Duration STORE_FAILURE_COUNTS = Duration.ofSeconds(1);

    static SharedFlight forNeed(Need need, int consents) {
        return new SharedFlight(need, consents, new CompletableFuture<>(), new ArrayList<>());
    }

    /** Whether it is what somebody wants now. */
    boolean isFor(Need other, int consentsNow) {
        return need.equals(other) && consents == consentsNow;
    }

    /** Runs it to its end, and tells nobody yet. */
    CompletableFuture<Result> run(Machinery with, GrantTokens tokens) {
        return tokens.saving()
                .thenCompose(saved -> saved
                        ? new Refresh(with, tokens, need, events::add).run()
                        : CompletableFuture.completedFuture(notSaved(with, tokens.id())));
    }

    /** Whatever it is, checked exceptions that nobody declared among it: somebody may be waiting for this flight. */
    Result failed(Machinery with, GrantId id, @Nullable Throwable e) {
        Throwable cause = e == null ? new IllegalStateException("no result") : OwnThreads.cause(e);
        return failed(with, () -> forCaller(id, cause));
    }

    /** Whether a 401 made it fetch another token from Xero. */
    boolean isForced(Result result) {
        return need.why() == RefreshReason.REFUSED_BY_API
                && !(result instanceof Result.Failed)
                && events.stream().anyMatch(GrantRefreshed.class::isInstance);
    }

    private static Result notSaved(Machinery with, GrantId id) {
        String message = "The tokens of the grant '" + id + "' are not stored yet: the token store does not take them";
        return failed(with, () -> new StoreException(message, null));
    }

    /** The library is closed. */
    Result notBegun(GrantId id, Throwable e) {
        return new Result.Failed(() -> forCaller(id, e), Optional.empty());
    }

    /** An exception of its own for each caller, so that its stack shows that caller. */
    private static XeroException forCaller(GrantId id, Throwable e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof StoreException) {
            return new StoreException(message, e);
        }
        if (e instanceof XeroConfigurationException) {
            return new XeroConfigurationException(message);
        }
        return e instanceof SealedRecordException
                ? new SealedRecordException(message, e)
                : new TokenUnavailableException(id, e.getClass().getSimpleName(), null, e);
    }

    private static Result failed(Machinery with, Supplier<XeroException> problem) {
        Instant until = with.clock().instant().plus(STORE_FAILURE_COUNTS);
        return new Result.Failed(problem, Optional.of(until));
    }
}
