package dev.xeroauth.internal.engine;

import dev.xeroauth.XeroEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the application's listener, one event after the other on a daemon thread of its own: a listener can be slow, throw, or
 * ask for a token, and holds up nobody but itself.
 */
public final class Announcer implements AutoCloseable {

    private static final Duration AT_THE_END = Duration.ofSeconds(5);

    /** Looked for at the first event, as finding out who logs takes long, and not on the way to the first token. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger("dev.xeroauth");
    }

    private final Consumer<XeroEvent> listener;
    private final Executor thread;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param listener the application's */
    public Announcer(Consumer<XeroEvent> listener) {
        this(listener, oneAfterTheOther());
    }

    /** A thread that ends when it has had nothing to do for a while. */
    private static Executor oneAfterTheOther() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> OwnThreads.daemon(task, "xero-auth-events"));
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** @param thread does one thing after the other */
    public Announcer(Consumer<XeroEvent> listener, Executor thread) {
        this.listener = listener;
        this.thread = thread;
    }

    /** Has the event written to the debug log and handed on. */
    public void tell(XeroEvent event) {
        if (closed.get() || !isTaken(() -> handOn(event))) {
            Log.LOG.warn("Nobody could be told of {}", event.getClass().getSimpleName());
        }
    }

    private void handOn(XeroEvent event) {
        Log.LOG.debug("{}", event);
        try {
            listener.accept(event);
        } catch (Throwable e) {
            Log.LOG.warn(
                    "The listener for events failed on {}", event.getClass().getSimpleName(), e);
        }
    }

    /** Writes a mishap without consequences to the debug log. */
    void note(String what, @Nullable Throwable e) {
        Log.LOG.debug(what, e);
    }

    private boolean isTaken(Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return false;
        }
    }

    /** Takes no more events and waits a moment for the listener. */
    @Override
    public void close() {
        CountDownLatch told = new CountDownLatch(1);
        if (closed.getAndSet(true) || !isTaken(told::countDown)) {
            return;
        }
        try {
            if (!told.await(AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                Log.LOG.warn("The listener for events is still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
