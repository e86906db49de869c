package dev.xeroauth.internal.engine;

import dev.xeroauth.XeroConfigurationException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The library's daemon threads, 16 at most. Every store call runs on one of them, never in a caller's transaction, and no
 * caller's interrupt reaches it.
 */
public final class OwnThreads implements Executor, AutoCloseable {

    private static final int MOST = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor pool;

    /** Starts none before the first task. */
    public OwnThreads() {
        AtomicInteger count = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                MOST, MOST, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "xero-auth-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException closed) {
            throw new XeroConfigurationException("This XeroAuth is closed: close it when the application ends");
        }
    }

    /**
     * Runs a task there and waits for it.
     *
     * @return what the task returned, or empty if it took longer or the caller was interrupted, whose flag is then set
     * @throws RuntimeException what the task threw
     */
    public <R> R call(Supplier<R> task, Duration atMost, Supplier<? extends RuntimeException> tooLong) {
        return await(CompletableFuture.supplyAsync(task, this), atMost, tooLong);
    }

    /** Waits for something that runs there. It goes on even if the caller gives up. */
    static <R> R await(CompletableFuture<R> running, Duration atMost, Supplier<? extends RuntimeException> tooLong) {
        try {
            return running.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooLong.get();
        } catch (TimeoutException e) {
            throw tooLong.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("A task of the library failed", e.getCause());
        }
    }

    boolean isClosed() {
        return pool.isShutdown();
    }

    /** Takes no more tasks. Those that run go on to their end. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
