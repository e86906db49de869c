package dev.xeroauth.jdbc;

import dev.xeroauth.StoreException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs a piece of work on a new thread, where no transaction of the caller is, and waits for it. */
final class FreshThread {

    private FreshThread() {}

    /** What may be interrupted or fail. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** @throws StoreException if the caller is interrupted, whose flag is then set again; the work is interrupted too */
    static <T> T call(String task, Work<T> work) throws SQLException {
        FutureTask<T> running = new FutureTask<>(work::run);
        // Nothing is inherited: a transaction might be.
        Thread thread = new Thread(null, running, "xero-auth-jdbc", 0, false);
        thread.setDaemon(true);
        thread.start();
        try {
            return running.get();
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoreException(
                    "Could not " + task + ": the caller was interrupted, and the outcome is unknown", e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static SQLException thrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof SQLException e ? e : new SQLException(cause);
    }
}
