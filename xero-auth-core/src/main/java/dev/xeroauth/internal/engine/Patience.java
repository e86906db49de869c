package dev.xeroauth.internal.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a caller waits for a flight. The flight goes on without it.
 *
 * @param atMost from when the caller came
 * @param givenUp done when the caller is not interested any more; null: it always is
 */
record Patience(Duration atMost, @Nullable CompletableFuture<?> givenUp) {

    /** Two exchanges. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(20), null);

    <R> R await(CompletableFuture<R> running, Supplier<? extends RuntimeException> tooLong) {
        CompletableFuture<?> either = givenUp == null ? running : CompletableFuture.anyOf(running, givenUp);
        OwnThreads.await(either, atMost, tooLong);
        if (!running.isDone()) {
            throw tooLong.get();
        }
        return OwnThreads.await(running, atMost, tooLong);
    }
}
