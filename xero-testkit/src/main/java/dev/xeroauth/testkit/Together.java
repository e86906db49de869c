package dev.xeroauth.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that begin at the same moment. */
final class Together {

    private static final long PATIENCE_SECONDS = 120;

    private Together() {}

    /** What each came to, in their order; throws what the first of them threw. */
    static <R> List<R> run(List<Callable<R>> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        List<Callable<R>> atOnce = new ArrayList<>();
        for (Callable<R> task : tasks) {
            atOnce.add(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return task.call();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : threads.invokeAll(atOnce, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** On a thread that is interrupted all the while. */
    static <R> R interrupted(Callable<R> task) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(() -> {
                        Thread.currentThread().interrupt();
                        return task.call();
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
    }
}
