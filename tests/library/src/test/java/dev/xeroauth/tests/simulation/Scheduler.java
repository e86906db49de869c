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
        while (true) {
            tasks.removeIf(task -> task.host().isDead());
            List<Task> ready =
                    tasks.stream().filter(task -> task.readyAt() <= now).toList();
            if (!ready.isEmpty()) {
                run(ready.get(random.nextInt(ready.size())));
                continue;
            }
            long next = tasks.stream().mapToLong(Task::readyAt).min().orElse(Long.MAX_VALUE);
            if (next > until) {
                now = Math.max(now, until);
                return;
            }
            now = next;
        }
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
