package dev.xeroauth.internal.engine;

import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The library's daemon threads, virtual ones where they can be had. Every store call runs on one of them, never in a
 * caller's transaction, and no caller's interrupt reaches it. 16 flights are under way at once, and 16 other calls, so that
 * neither holds up the other. A store call that does not return costs its thread, and nothing else. Thread-safe.
 */
public final class OwnThreads implements Executor {

    private static final int AT_ONCE = 16;
    /** Room for calls that do not return. */
    private static final int MOST = 128;

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final Duration LONGEST_SAVE = Duration.ofSeconds(5);

    private final Executor threads;
    private final Duration longestCall;
    private final Duration longestSave;
    private final Slots flights = new Slots(AT_ONCE);
    private final Slots calls = new Slots(AT_ONCE);
    /** Null elsewhere. */
    private final ThreadLocal<@Nullable Boolean> own = new ThreadLocal<>();

    private final AtomicBoolean closing = new AtomicBoolean();

    /** @param threads runs each task on a thread of its own; not on the caller's */
    public OwnThreads(Executor threads) {
        this(threads, LONGEST_CALL, LONGEST_SAVE);
    }

    /**
     * The same with another patience.
     *
     * @param longestCall a call of the store that takes longer counts as failed
     * @param longestSave the same while new tokens are saved
     */
    public OwnThreads(Executor threads, Duration longestCall, Duration longestSave) {
        this.threads = threads;
        this.longestCall = longestCall;
        this.longestSave = longestSave;
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
        return new OwnThreads(new ThreadPoolExecutor(
                0, MOST, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), factory));
    }

    /** A thread that keeps no application from ending, and that has nothing of whoever happens to start it. */
    public static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(OwnThreads.class.getClassLoader());
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
        threads.execute(() -> {
            Boolean before = own.get();
            own.set(true);
            try {
                task.run();
            } finally {
                own.set(before);
            }
        });
    }

    /**
     * Runs it soon, on another thread. If none can be had, one of these threads does it itself, because tokens may hang on it;
     * asked from elsewhere, it fails.
     */
    <R> CompletableFuture<R> run(Supplier<R> task) {
        CompletableFuture<R> result = new CompletableFuture<>();
        Runnable running = () -> completeWith(result, task);
        try {
            execute(running);
        } catch (Throwable e) {
            if (own.get() != null) {
                running.run();
            } else {
                result.completeExceptionally(e);
            }
        }
        return result;
    }

    private static <R> void completeWith(CompletableFuture<R> result, Supplier<R> task) {
        try {
            result.complete(task.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * The same for a call to the store, which fails as well if it has not returned after a minute. What it does then nobody
     * hears: it was a read, or a write that is repeated and looked for. Never throws.
     */
    <R> CompletableFuture<R> runStoreCall(Supplier<R> call) {
        return runStoreCall(call, longestCall);
    }

    /** The same for a write of new tokens, which others wait for: the store has a few seconds to take them. */
    <R> CompletableFuture<R> runSave(Supplier<R> call) {
        return runStoreCall(call, longestSave);
    }

    private <R> CompletableFuture<R> runStoreCall(Supplier<R> call, Duration atMost) {
        CompletableFuture<R> result = new CompletableFuture<>();
        try {
            CompletableFuture<R> running = run(call).orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
            whenOver(running, (value, failure) -> {
                if (failure == null) {
                    result.complete(value);
                } else if (failure instanceof TimeoutException) {
                    // This thread is the JDK's only timer.
                    whenOver(
                            run(() -> true),
                            (left, noThread) -> result.completeExceptionally(hanging(failure, atMost)));
                } else {
                    result.completeExceptionally(failure);
                }
            });
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
        return result;
    }

    /** Whether this is how a store call ends that has not returned. */
    static boolean isHanging(Throwable e) {
        return e instanceof StoreException && e.getCause() instanceof TimeoutException;
    }

    private static StoreException hanging(Throwable e, Duration atMost) {
        return new StoreException("A call to the token store has not returned for " + atMost, e);
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
                .thenCompose(taken -> runStoreCall(task))
                .whenComplete((result, failure) -> calls.giveBack());
    }

    /** Done when nothing is left of what {@link #begin} has begun. */
    CompletableFuture<Void> callsOver() {
        CompletableFuture<?>[] all = new CompletableFuture<?>[AT_ONCE];
        for (int i = 0; i < AT_ONCE; i++) {
            all[i] = calls.take();
        }
        return CompletableFuture.allOf(all);
    }

    /** Goes on with what it brings; for something that never fails, and that nobody waits for. */
    static <R> void then(CompletableFuture<R> running, Consumer<R> next) {
        whenOver(running, (result, failure) -> next.accept(result));
    }

    /** Goes on with what it brings; if it fails, or what follows does, that is how {@code end} ends. */
    static <R> void then(CompletableFuture<R> running, CompletableFuture<?> end, Consumer<R> next) {
        whenOver(running, (result, failure) -> {
            try {
                if (failure == null) {
                    next.accept(result);
                } else {
                    end.completeExceptionally(failure);
                }
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        });
    }

    /** Goes on with what it brings, or fails with; for something that nobody waits for. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static <R> void whenOver(CompletableFuture<R> running, BiConsumer<R, Throwable> next) {
        running.whenComplete(next);
    }

    /** Without what futures wrap around it. */
    static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
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
            throw new XeroConfigurationException("This is closed: close it when the application ends");
        }
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Lets go of threads that have nothing to do, once nothing is to be run any more. */
    void end() {
        if (threads instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }

    /** From now on nothing is begun; what is under way goes on to its end. False: that was so before. */
    boolean beginClosing() {
        return closing.compareAndSet(false, true);
    }
}
