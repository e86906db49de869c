package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * The reads of tenants that one round of the keeper has begun. Nothing of the round waits for them but its end: Xero's list
 * may be slow while a refresh that another process has left is running out of time. Thread-safe.
 */
final class BegunReads {

    private final Machinery with;
    private final Function<GrantId, CompletableFuture<?>> finishesConsent;
    private final Failures failures;
    private final Queue<CompletableFuture<?>> begun = new ConcurrentLinkedQueue<>();

    /**
     * None yet.
     *
     * @param finishesConsent reads the tenants of a grant, or waits for the read that is under way
     * @param failures where those go that fail
     */
    BegunReads(Machinery with, Function<GrantId, CompletableFuture<?>> finishesConsent, Failures failures) {
        this.with = with;
        this.finishesConsent = finishesConsent;
        this.failures = failures;
    }

    /** Begins one, behind those before. */
    void begin(GrantId id) {
        begun.add(finishesConsent.apply(id).handle((read, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
            return read;
        }));
    }

    /** Done when all that were begun are over, or this time is; those left go on. Never fails. */
    CompletableFuture<Void> over(Duration atMost) {
        CompletableFuture<Void> all = CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new));
        if (!all.isDone()) {
            with.waiting().later(atMost, () -> letGo(all));
        }
        return all;
    }

    /** On a thread that what follows may hold up, if one is to be had. */
    private void letGo(CompletableFuture<Void> all) {
        if (!all.isDone()) {
            OwnThreads.whenOver(with.threads().run(() -> true), (left, noThread) -> all.complete(null));
        }
    }
}
