package dev.xeroauth.internal.engine;

import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One of the keeper's walks through a lane of the store, from page to page. Each call is a task of its own, and so many
 * grants are looked at at once that callers still find a place. For one walk.
 */
final class Round {

    private static final int PAGE = 100;
    private static final int AT_ONCE = 8;

    private final Machinery with;
    private final Grants grants;
    private final Lane lane;
    private final Pace pace;
    private final AtomicLong nextStart;
    private final AtomicInteger failed = new AtomicInteger();
    private final CompletableFuture<Walked> end = new CompletableFuture<>();
    private volatile Duration latest = Duration.ZERO;

    /**
     * How fast.
     *
     * @param between the starts of two
     * @param until by the counter; what is left then has to wait for the next round
     */
    record Pace(Duration between, long until) {}

    /**
     * What came of it.
     *
     * @param cursor where to go on; null: the lane's end was reached
     * @param latest how long the one that had waited longest was due
     * @param failed how many could not be helped
     */
    record Walked(@Nullable Due cursor, Duration latest, int failed) {}

    Round(Machinery with, Grants grants, Lane lane, Pace pace) {
        this.with = with;
        this.grants = grants;
        this.lane = lane;
        this.pace = pace;
        this.nextStart = new AtomicLong(with.time().nanoTime());
    }

    /**
     * Begins. Fails with what the store fails with.
     *
     * @param after where the walk before ended
     */
    CompletableFuture<Walked> walk(@Nullable Due after) {
        hand(() -> page(after));
        return end;
    }

    /** As a task of its own; if it fails the walk does. */
    private void hand(Runnable task) {
        with.threads().hand(() -> attempt(task));
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
    }

    private void page(@Nullable Due after) {
        with.clock().ask();
        List<Due> due = with.repository().findDue(lane, with.clock().instant(), after, PAGE);
        if (due.isEmpty()) {
            end.complete(new Walked(null, latest, failed.get()));
            return;
        }
        lateness(due.get(0));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger workers = new AtomicInteger(Math.min(AT_ONCE, due.size()));
        for (int i = workers.get(); i > 0; i--) {
            work(due, next, workers);
        }
    }

    /** The first of a page is the one that has waited longest. */
    private void lateness(Due first) {
        Duration late = Duration.between(first.dueAt(), with.clock().instant());
        latest = late.compareTo(latest) > 0 ? late : latest;
    }

    private void work(List<Due> due, AtomicInteger next, AtomicInteger workers) {
        int index = next.getAndIncrement();
        if (index >= due.size()) {
            if (workers.decrementAndGet() == 0) {
                turn(due.get(due.size() - 1));
            }
            return;
        }
        long now = with.time().nanoTime();
        long start =
                nextStart.getAndUpdate(at -> Math.max(at, now) + pace.between().toNanos());
        Duration wait = Duration.ofNanos(Math.max(0, start - now));
        with.waiting()
                .later(wait, () -> hand(() -> help(due.get(index), () -> attempt(() -> work(due, next, workers)))));
    }

    private void turn(Due last) {
        if (with.time().nanoTime() - pace.until() >= 0 || with.threads().isClosing()) {
            end.complete(new Walked(last, latest, failed.get()));
        } else {
            hand(() -> page(last));
        }
    }

    private void help(Due due, Runnable then) {
        if (lane == Lane.ROUTINE && isPurged(due)) {
            then.run();
            return;
        }
        OwnThreads.then(grants.of(due.id()).ask(Need.UPKEEP), result -> {
            if (result instanceof Result.Failed) {
                failed.incrementAndGet();
            }
            then.run();
        });
    }

    private boolean isPurged(Due due) {
        try {
            return with.repository().purge(due.id());
        } catch (RuntimeException e) {
            failed.incrementAndGet();
            return true;
        }
    }
}
