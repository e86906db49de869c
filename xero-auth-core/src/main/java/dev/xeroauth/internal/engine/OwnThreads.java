package dev.xeroauth.internal.engine;

import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean closing = new AtomicBoolean();

    /** Starts none before the first task. */
    public OwnThreads() {
        this(daemons());
    }

    /** @param factory makes them */
    public OwnThreads(ThreadFactory factory) {
        this.pool = pool(MOST, factory);
    }

    /** Threads that end when they have had nothing to do for a while. */
    static ThreadPoolExecutor pool(int most, ThreadFactory factory) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** A thread that keeps no application from ending. */
    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> daemon(task, "xero-auth-" + count.incrementAndGet());
    }

    /**
     * Runs a task that may bring tokens, which are to be saved before the end.
     *
     * @throws XeroConfigurationException if the end has begun
     */
    void executeUntilClosing(Runnable task) {
        if (closing.get()) {
            throw closed();
        }
        execute(task);
    }

    /** From now on nothing is begun that would have to be waited for. False: that was so before. */
    boolean beginClosing() {
        return closing.compareAndSet(false, true);
    }

    @Override
    public void execute(Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            throw closed();
        }
    }

    /**
     * Runs a task there and waits for it.
     *
     * @param tooLong what is thrown if it takes longer, or the caller is interrupted, whose flag is then set again
     * @throws XeroException what the task threw
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
            if (e.getCause() instanceof XeroException problem) {
                throw problem;
            }
            throw new StoreException("The token store, or something that it was given, failed", e.getCause());
        }
    }

    private static XeroConfigurationException closed() {
        return new XeroConfigurationException("This XeroAuth is closed: close it when the application ends");
    }

    /** Takes no more tasks. Those that run go on to their end. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
