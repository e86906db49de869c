package dev.xeroauth.internal.engine;

import dev.xeroauth.KeeperHealth;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.XeroException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a round of the keeper could not help. Thread-safe. */
final class Failures {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> problem = new AtomicReference<>();

    /** One more. */
    void add(Throwable failure) {
        problem.accumulateAndGet(OwnThreads.cause(failure), Failures::worse);
        count.incrementAndGet();
    }

    /** So far. */
    int count() {
        return count.get();
    }

    /** Why one of them could not be helped, as {@link KeeperHealth} says it; an operator's errors first. */
    Optional<String> problem() {
        return Optional.ofNullable(problem.get())
                .map(e -> e instanceof XeroException
                        ? String.valueOf(e.getMessage())
                        : e.getClass().getSimpleName());
    }

    /** What does not open nobody but an operator mends; of others the first one will do. */
    static @Nullable Throwable worse(@Nullable Throwable one, @Nullable Throwable other) {
        return one == null || (other instanceof SealedRecordException && !(one instanceof SealedRecordException))
                ? other
                : one;
    }
}
