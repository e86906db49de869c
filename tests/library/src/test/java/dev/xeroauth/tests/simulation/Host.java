package dev.xeroauth.tests.simulation;

import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Where one process runs: its clocks, its threads, and its end. */
final class Host implements TimeSource, Executor, Waiting {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final String name;
    private final Duration skew;
    private long pausedUntil;
    private long slept;
    private long asleepFrom;
    private long asleepUntil;
    private long heldUp;
    private final Runnable onDeath;
    private boolean alone;
    private long doomedUntil;
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
        long now = scheduler.nanos();
        return now - slept - Math.max(0, Math.min(now, asleepUntil) - asleepFrom);
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
        long from = Math.max(pausedUntil, scheduler.nanos());
        pausedUntil = Math.max(from, scheduler.nanos() + duration.toNanos());
        heldUp += pausedUntil - from;
        if (counterToo) {
            slept += asleepUntil - asleepFrom;
            asleepFrom = from;
            asleepUntil = pausedUntil;
        }
    }

    /** One of its tasks takes so long, through nobody's fault here. */
    void holdUp(Duration duration) {
        heldUp += duration.toNanos();
        scheduler.spend(duration);
    }

    /** How long it has been held up in all. */
    Duration heldUp() {
        return Duration.ofNanos(heldUp);
    }

    /** How much of that is still to come. */
    Duration stillHeldUp() {
        return Duration.ofNanos(Math.max(0, pausedUntil - scheduler.nanos()));
    }

    /** If Xero answers it soon after it stood still, it dies. */
    void doom() {
        doomedUntil = pausedUntil + SOON.toNanos();
    }

    boolean isDoomed() {
        return scheduler.nanos() < doomedUntil;
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
