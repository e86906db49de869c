package dev.xeroauth.tests.simulation;

import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Where one process runs: its clocks, its threads, and its end. */
final class Host implements TimeSource, Executor, Waiting {

    private final Scheduler scheduler;
    private final String name;
    private final Duration skew;
    private long pausedUntil;
    private long slept;
    private final Runnable onDeath;
    private boolean alone;
    private boolean dead;

    /**
     * @param skew how far its clock is ahead
     * @param onDeath what follows
     */
    Host(Scheduler scheduler, String name, Duration skew, Runnable onDeath) {
        this.name = name;
        this.scheduler = scheduler;
        this.skew = skew;
        this.onDeath = onDeath;
    }

    @Override
    public Instant now() {
        return scheduler.now().plus(skew);
    }

    @Override
    public long nanoTime() {
        return scheduler.nanos() - slept;
    }

    @Override
    public void execute(Runnable task) {
        scheduler.later(this, Duration.ZERO, task);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        scheduler.later(this, delay, task);
    }

    @Override
    public void pause(Duration duration) {
        throw new IllegalStateException("nobody may block here");
    }

    long pausedUntil() {
        return pausedUntil;
    }

    /** Whether it is the only one. */
    boolean isAlone() {
        return alone;
    }

    Host alone(boolean is) {
        alone = is;
        return this;
    }

    /** Nothing runs for so long, beginning with the next task. */
    void stop(Duration duration, boolean counterToo) {
        pausedUntil = Math.max(pausedUntil, scheduler.nanos() + duration.toNanos());
        slept += counterToo ? duration.toNanos() : 0;
    }

    boolean isDead() {
        return dead;
    }

    void die() {
        dead = true;
        onDeath.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
