package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Many callers at once. */
final class Threads {

    private Threads() {}

    static void inParallel(int count, Runnable task) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(task);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    /** Until that is so; fails if it does not come about. What is asked should take a while of its own. */
    static void until(Callable<Boolean> condition) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            while (!condition.call()) {
                assertThat(System.nanoTime() - end).isNegative();
                Thread.onSpinWait();
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void await(Semaphore permits) {
        try {
            assertThat(permits.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
