package dev.xeroauth.internal.engine;

import dev.xeroauth.KeeperHealth;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the grants that nobody asks for: about every minute, first at what a dead process or a failure has left, then at
 * what is in use here, then at what is to be kept alive. Every process has one; whoever is first does the work. Thread-safe.
 */
public final class KeeperLoop {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final double SPREAD = 0.2;
    /** 20 a second, so that a backlog is no burst. */
    private static final Duration BETWEEN_ROUTINE = Duration.ofMillis(50);

    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final Machinery with;
    private final Grants grants;
    private final AtomicReference<@Nullable Due> routine = new AtomicReference<>();
    private final AtomicReference<KeeperHealth> health = new AtomicReference<>(KeeperHealth.NOTHING_YET);

    /** @param grants those of this process */
    public KeeperLoop(Machinery with, Grants grants) {
        this.with = with;
        this.grants = grants;
    }

    /** From now on; the first round comes within a minute. */
    public void start() {
        double share = SPREAD + (1 - SPREAD) * with.random().nextDouble();
        later(Duration.ofMillis((long) (EVERY.toMillis() * share)));
    }

    /** A round, now. Blocks until it is over. */
    public KeeperHealth runOnce() {
        with.threads().requireOpen();
        OwnThreads.await(round(), AT_MOST, () -> new IllegalStateException("The round takes longer than " + AT_MOST));
        return health();
    }

    /** As of the last round. */
    public KeeperHealth health() {
        return Objects.requireNonNull(health.get());
    }

    private void later(Duration delay) {
        with.waiting().later(delay, () -> with.threads().hand(this::next));
    }

    private void next() {
        if (with.threads().isClosing()) {
            return;
        }
        long began = with.time().nanoTime();
        double share = 1 - SPREAD + 2 * SPREAD * with.random().nextDouble();
        Duration every = Duration.ofMillis((long) (EVERY.toMillis() * share));
        OwnThreads.then(roundInAnyCase(), done -> {
            Duration left = every.minusNanos(with.time().nanoTime() - began);
            later(left.isNegative() ? Duration.ZERO : left);
        });
    }

    /** Never fails, whatever goes wrong: there has to be a next one. */
    private CompletableFuture<KeeperHealth> roundInAnyCase() {
        return CompletableFuture.completedFuture(health())
                .thenCompose(before -> round())
                .exceptionally(e -> {
                    with.announcer().note("A round of the keeper failed", e);
                    return health();
                });
    }

    private CompletableFuture<KeeperHealth> round() {
        long now = with.time().nanoTime();
        grants.refreshOwn();
        Round rescue = new Round(with, grants, Lane.RESCUE, new Round.Pace(Duration.ZERO, now + AT_MOST.toNanos()));
        return rescue.walk(null).thenCompose(rescued -> {
            Round.Pace slow = new Round.Pace(BETWEEN_ROUTINE, now + EVERY.toNanos());
            return new Round(with, grants, Lane.ROUTINE, slow)
                    .walk(routine.get())
                    .thenApply(walked -> {
                        routine.set(walked.cursor());
                        KeeperHealth next = new KeeperHealth(
                                Optional.of(with.clock().instant()),
                                rescued.latest(),
                                rescued.failed() + walked.failed());
                        health.set(next);
                        return next;
                    });
        });
    }
}
