package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that ask for something at the same moment, and what each of them got. */
final class Crowd<R> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<Thread.State> WAITING = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final List<Thread> threads = new ArrayList<>();
    private final Queue<R> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> interrupted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asking = new AtomicInteger();
    private final ThreadFactory factory;

    Crowd(ThreadFactory factory) {
        this.factory = factory;
    }

    /** They start, and go on together when the last one is there. */
    Crowd<R> ask(int count, Callable<R> question) {
        CountDownLatch all = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Thread thread = factory.newThread(() -> {
                all.countDown();
                Threads.await(all);
                ask(question);
            });
            threads.add(thread);
            thread.start();
        }
        Threads.await(all);
        return this;
    }

    private void ask(Callable<R> question) {
        asking.incrementAndGet();
        try {
            answers.add(question.call());
        } catch (Exception e) {
            failures.add(e);
        }
        if (Thread.currentThread().isInterrupted()) {
            interrupted.add(Thread.currentThread());
        }
    }

    /** Until every one of them stands still: all have asked, and none has got an answer. */
    void awaitAllWaiting() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        // One that has not yet noticed that all are there stands still too.
        while (asking.get() < threads.size()
                || !threads.stream().map(Thread::getState).allMatch(WAITING::contains)) {
            assertThat(System.nanoTime() - until).as("threads that still run").isNegative();
            threads.get(0).join(1);
        }
        assertThat(answers).isEmpty();
    }

    List<Thread> threads() {
        return threads;
    }

    /** Those that ended with the flag set. */
    List<Thread> interrupted() {
        return List.copyOf(interrupted);
    }

    /** What they got, when the last one is through. */
    List<R> answers() throws InterruptedException {
        end(threads);
        return List.copyOf(answers);
    }

    List<Exception> failures() throws InterruptedException {
        end(threads);
        return List.copyOf(failures);
    }

    static void end(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
    }
}
