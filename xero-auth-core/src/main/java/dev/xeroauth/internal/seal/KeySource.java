package dev.xeroauth.internal.seal;

import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The application's key ring as it is at this moment. Whoever gives it may ask a service that fails or hangs: that is said as
 * such, and without the words of that service, which may hold what it was about to give. Thread-safe.
 */
final class KeySource {

    /** A save has five seconds. */
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    /** After this another call is made beside one that hangs: what it asks may be well again. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(1);

    private static final String SILENT = "it has not returned for " + AT_MOST.toSeconds() + " s";
    /** Each costs a thread. */
    private static final int MOST_HANGING = 32;

    private final Supplier<KeyRing> asked;
    private final Executor threads;
    private final AtomicReference<@Nullable CompletableFuture<@Nullable KeyRing>> underWay = new AtomicReference<>();
    private final AtomicInteger calls = new AtomicInteger();

    /** @param threads who asks; the caller itself where that cannot hang */
    KeySource(Supplier<KeyRing> asked, Executor threads) {
        this.asked = asked;
        this.threads = threads;
    }

    /**
     * @param consequence what cannot be done without it
     * @throws SealedRecordException if it is not to be had
     */
    KeyRing ring(String consequence) {
        @Nullable KeyRing ring;
        try {
            ring = answer().get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw notToBeHad(consequence, problem(e));
        } catch (TimeoutException e) {
            throw notToBeHad(consequence, SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notToBeHad(consequence, "its caller was interrupted");
        }
        if (ring == null) {
            throw notToBeHad(consequence, "it returned null");
        }
        return ring;
    }

    /** One call for all who want it at once, so that a supplier that hangs does not take a thread of each. */
    private CompletableFuture<@Nullable KeyRing> answer() {
        while (true) {
            CompletableFuture<@Nullable KeyRing> running = underWay.get();
            if (running != null && !running.isDone()) {
                return running;
            }
            CompletableFuture<@Nullable KeyRing> mine = new CompletableFuture<>();
            if (underWay.compareAndSet(running, mine)) {
                call(mine);
                return mine.isDone() ? mine : mine.orTimeout(GIVEN_UP.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private void call(CompletableFuture<@Nullable KeyRing> result) {
        if (calls.incrementAndGet() > MOST_HANGING) {
            calls.decrementAndGet();
            result.completeExceptionally(new TimeoutException());
            return;
        }
        Runnable task = () -> complete(result);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // No thread is to be had, and tokens may hang on it.
            task.run();
        }
    }

    private void complete(CompletableFuture<@Nullable KeyRing> result) {
        try {
            result.complete(asked.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        } finally {
            calls.decrementAndGet();
        }
    }

    private static String problem(ExecutionException e) {
        Throwable thrown = e.getCause() == null ? e : e.getCause();
        return thrown instanceof TimeoutException
                ? SILENT
                : "it threw " + thrown.getClass().getSimpleName();
    }

    private static SealedRecordException notToBeHad(String consequence, String why) {
        return new SealedRecordException(
                consequence + ": the key ring is not to be had, because the supplier given to encryption(...) failed ("
                        + why + "). Mend what it asks; the stored records are untouched",
                null);
    }
}
