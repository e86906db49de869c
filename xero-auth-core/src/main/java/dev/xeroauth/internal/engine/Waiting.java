package dev.xeroauth.internal.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Waiting on purpose. */
public interface Waiting {

    /** Blocks for this long. */
    void pause(Duration duration) throws InterruptedException;

    /** Runs the task on this executor after this long. */
    void later(Duration delay, Executor executor, Runnable task);

    /** What production uses. */
    static Waiting real() {
        return new Waiting() {
            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }

            @Override
            public void later(Duration delay, Executor executor, Runnable task) {
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                        .execute(task);
            }
        };
    }
}
