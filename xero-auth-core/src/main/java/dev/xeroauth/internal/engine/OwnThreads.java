package dev.xeroauth.internal.engine;

import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The library's daemon threads, virtual ones where they can be had. Every store call runs on one of them, never in a
 * caller's transaction, and no caller's interrupt reaches it. 16 flights are under way at once, and 16 other calls, so that
 * neither holds up the other. Thread-safe.
 */
public final class OwnThreads implements Executor {

    private static final int AT_ONCE = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Executor threads;
    private final Slots flights = new Slots(AT_ONCE);
    private final Slots calls = new Slots(AT_ONCE);
    private final AtomicBoolean closing = new AtomicBoolean();

    /** @param threads runs each task on a thread of its own; not on the caller's */
    public OwnThreads(Executor threads) {
        this.threads = threads;
    }

    /** What production uses. Starts no thread before the first task. */
    public static OwnThreads daemons() {
        AtomicInteger count = new AtomicInteger();
        return VirtualThreads.named("xero-auth-")
                .map(factory -> new OwnThreads(task -> factory.newThread(task).start()))
                .orElseGet(() -> madeBy(task -> daemon(task, "xero-auth-" + count.incrementAndGet())));
    }

    /** Threads from this factory, which end when they have had nothing to do for a while. */
    public static OwnThreads madeBy(ThreadFactory factory) {
        return new OwnThreads(pool(2 * AT_ONCE, factory));
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

    /** Those under way. */
    Slots flights() {
        return flights;
    }

    /** Runs it soon, on another thread; fails if no thread can be had. */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Runs it soon, on this very thread if no other can be had: tokens may hang on it. */
    void hand(Runnable task) {
        try {
            threads.execute(task);
        } catch (Throwable e) {
            task.run();
        }
    }

    /**
     * Runs a task there and waits for it.
     *
     * @param tooLong what is thrown if it takes longer, or the caller is interrupted, whose flag is then set again
     * @throws XeroException what the task threw
     * @throws XeroConfigurationException if the end has begun
     */
    public <R> R call(Supplier<R> task, Duration atMost, Supplier<? extends RuntimeException> tooLong) {
        return await(begin(task), atMost, tooLong);
    }

    /** The same without waiting. */
    <R> CompletableFuture<R> begin(Supplier<R> task) {
        requireOpen();
        return calls.take()
                .thenApplyAsync(taken -> task.get(), this)
                .whenComplete((result, failure) -> calls.giveBack());
    }

    /** Goes on with what it brings; for something that never fails, and that nobody waits for. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static <R> void then(CompletableFuture<R> running, Consumer<R> next) {
        running.thenAccept(next);
    }

    /** Waits for something that runs there. It goes on even if the caller gives up. */
    static <R> R await(CompletableFuture<R> running, Duration atMost, Supplier<? extends RuntimeException> tooLong) {
        try {
            return running.get(TimeUnit.MILLISECONDS.convert(atMost), TimeUnit.MILLISECONDS);
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

    /** @throws XeroConfigurationException if the end has begun */
    void requireOpen() {
        if (isClosing()) {
            throw new XeroConfigurationException("This XeroAuth is closed: close it when the application ends");
        }
    }

    boolean isClosing() {
        return closing.get();
    }

    /** From now on nothing is begun; what is under way goes on to its end. False: that was so before. */
    boolean beginClosing() {
        return closing.compareAndSet(false, true);
    }
}
