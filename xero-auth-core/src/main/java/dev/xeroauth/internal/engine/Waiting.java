package dev.xeroauth.internal.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waiting on purpose. */
public interface Waiting {

    /** Blocks the caller for this long. */
    void pause(Duration duration) throws InterruptedException;

    /** The same for who goes on in either case. False: interrupted, and the flag is set again. */
    default boolean pauseUnlessInterrupted(Duration duration) {
        try {
            pause(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs the task after this long, on the thread of a timer, which it must not hold up. */
    void later(Duration delay, Runnable task);

    /** Twice as long as this, or as long as may be. */
    static Duration twice(Duration pause, Duration longest) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }

    /** What production uses. */
    static Waiting real() {
        return new Waiting() {
            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }

            @Override
            public void later(Duration delay, Runnable task) {
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                        .execute(task);
            }
        };
    }
}
