package dev.xeroauth.tests.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does everything, in an order that a seed draws. Its clock stands still but for what a task says that it
 * takes, and jumps to the next task when there is none to do.
 */
final class Scheduler {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final Random random;
    private final List<Task> tasks = new ArrayList<>();
    private long now;
    private long inTask;
    private @Nullable Task current;

    /**
     * One thing to do.
     *
     * @param host whose it is
     * @param created when it was handed over
     * @param from not before this
     */
    private record Task(Host host, long created, long from, Runnable what) {

        long readyAt() {
            return Math.max(from, host.pausedUntil());
        }
    }

    Scheduler(Random random) {
        this.random = random;
    }

    Random random() {
        return random;
    }

    /** Nanoseconds since the beginning. */
    long nanos() {
        return now + inTask;
    }

    Instant now() {
        return START.plusNanos(nanos());
    }

    /** How long ago the running task was handed over. */
    Duration sinceHandedOver() {
        return Duration.ofNanos(current == null ? 0 : nanos() - current.created());
    }

    /** The running task takes this long; others go on meanwhile. */
    void spend(Duration duration) {
        inTask += duration.toNanos();
    }

    Duration between(Duration least, Duration most) {
        return least.plusMillis((long) (most.minus(least).toMillis() * random.nextDouble()));
    }

    void later(Host host, Duration delay, Runnable what) {
        tasks.add(new Task(host, nanos(), nanos() + delay.toNanos(), what));
    }

    /** Does everything until then. */
    void runUntil(Instant end) {
        long until = Duration.between(START, end).toNanos();
        List<Task> ready = new ArrayList<>();
        while (true) {
            long next = collect(ready);
            if (!ready.isEmpty()) {
                run(ready.get(random.nextInt(ready.size())));
            } else if (next > until) {
                now = Math.max(now, until);
                return;
            } else {
                now = next;
            }
        }
    }

    /** What can be done now, and when there is more; what a dead process wanted is forgotten. */
    private long collect(List<Task> ready) {
        ready.clear();
        long next = Long.MAX_VALUE;
        for (int i = tasks.size() - 1; i >= 0; i--) {
            Task task = tasks.get(i);
            if (task.host().isDead()) {
                tasks.remove(i);
            } else if (task.readyAt() <= now) {
                ready.add(task);
            } else {
                next = Math.min(next, task.readyAt());
            }
        }
        return next;
    }

    private void run(Task task) {
        tasks.remove(task);
        current = task;
        try {
            task.what().run();
        } finally {
            current = null;
            inTask = 0;
        }
    }
}
