package dev.xeroauth.internal.engine;

import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One of the keeper's walks through a lane of the store, from page to page. Each call is a task of its own, and so many
 * grants are looked at at once that callers still find a place. For one walk.
 */
final class Round {

    private static final int PAGE = 100;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(30);

    private final Machinery with;
    private final Grants grants;
    private final Lane lane;
    private final Pace pace;
    private final BegunReads reads;
    private final Failures failures;
    private final AtomicLong nextStart;
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
     */
    record Walked(@Nullable Due cursor, Duration latest) {}

    /**
     * Nothing is walked yet.
     *
     * @param reads begins those of tenants that have not been read since a consent
     * @param failures where those go that could not be helped
     */
    Round(Machinery with, Grants grants, Lane lane, Pace pace, BegunReads reads, Failures failures) {
        this.with = with;
        this.grants = grants;
        this.lane = lane;
        this.pace = pace;
        this.reads = reads;
        this.failures = failures;
        this.nextStart = new AtomicLong(with.time().nanoTime());
    }

    /**
     * Begins. Fails with what the store fails with.
     *
     * @param after where the walk before ended
     */
    CompletableFuture<Walked> walk(@Nullable Due after) {
        page(after);
        return end;
    }

    private void page(@Nullable Due after) {
        CompletableFuture<List<Due>> found = with.threads().runStoreCall(() -> {
            with.clock().ask();
            return with.repository().findDue(lane, until(), after, PAGE);
        });
        OwnThreads.then(found, end, this::found);
    }

    /** Where hosts have their own clocks, what is left in the lane of rescues may be due long before this one's says so. */
    private Instant until() {
        Instant now = with.clock().instant();
        return lane == Lane.RESCUE && !with.clock().isShared() ? now.plus(CLOCKS_MAY_DIFFER) : now;
    }

    private void found(List<Due> due) {
        if (due.isEmpty()) {
            end.complete(walked(null));
            return;
        }
        lateness(due.get(0));
        OwnThreads.then(
                FewAtOnce.forEach(due, () -> true, this::inItsTurn), end, done -> turn(due.get(due.size() - 1)));
    }

    private Walked walked(@Nullable Due cursor) {
        return new Walked(cursor, latest);
    }

    /** The first of a page is the one that has waited longest. */
    private void lateness(Due first) {
        Duration late = Duration.between(first.dueAt(), with.clock().instant());
        latest = late.compareTo(latest) > 0 ? late : latest;
    }

    private void turn(Due last) {
        if (with.time().nanoTime() - pace.until() >= 0 || with.threads().isClosing()) {
            end.complete(walked(last));
        } else {
            page(last);
        }
    }

    private CompletableFuture<?> inItsTurn(Due due) {
        long now = with.time().nanoTime();
        long start =
                nextStart.getAndUpdate(at -> Math.max(at, now) + pace.between().toNanos());
        CompletableFuture<Void> turn = new CompletableFuture<>();
        with.waiting().later(Duration.ofNanos(Math.max(0, start - now)), () -> turn.complete(null));
        return turn.thenCompose(come -> help(due)).handle((helped, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
            return helped;
        });
    }

    /** Fails if it could not be helped. */
    private CompletableFuture<?> help(Due due) {
        return lane == Lane.RESCUE
                ? refreshed(due)
                : with.threads()
                        .runStoreCall(() -> with.repository().purge(due.id()))
                        .thenCompose(purged -> purged ? CompletableFuture.completedFuture(null) : refreshed(due));
    }

    private CompletableFuture<?> refreshed(Due due) {
        return KeeperLoop.bounded(grants.of(due.id()).ask(Need.UPKEEP)).thenCompose(result -> {
            if (result instanceof Result.Failed failed) {
                return CompletableFuture.failedFuture(failed.problem().get());
            }
            if (result instanceof Result.Landed landed && isUnread(landed)) {
                reads.begin(due.id());
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    /** Whether its tenants have not been read since a consent, and whoever completed that has had the time. */
    private boolean isUnread(Result.Landed landed) {
        return landed.grant()
                .record()
                .reach()
                .toReadAt()
                .filter(at -> !with.clock().instant().isBefore(at))
                .isPresent();
    }
}
