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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The application's key ring as it is at this moment. Whoever gives it may ask a service that fails or hangs: that is said as
 * such, and without the words of that service, which may hold what it was about to give. Thread-safe.
 */
final class KeySource {

    /** A save has five seconds. */
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final Supplier<KeyRing> asked;
    private final Executor threads;

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
            throw notToBeHad(consequence, "it threw " + thrown(e).getClass().getSimpleName());
        } catch (TimeoutException e) {
            throw notToBeHad(consequence, "it has not returned for " + AT_MOST.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notToBeHad(consequence, "its caller was interrupted");
        }
        if (ring == null) {
            throw notToBeHad(consequence, "it returned null");
        }
        return ring;
    }

    private CompletableFuture<@Nullable KeyRing> answer() {
        try {
            return CompletableFuture.supplyAsync(asked, threads);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // No thread is to be had, and tokens may hang on it.
            return CompletableFuture.supplyAsync(asked, Runnable::run);
        }
    }

    private static Throwable thrown(ExecutionException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    private static SealedRecordException notToBeHad(String consequence, String why) {
        return new SealedRecordException(
                consequence + ": the key ring is not to be had, because the supplier given to encryption(...) failed ("
                        + why + "). Mend what it asks; the stored records are untouched",
                null);
    }
}
