package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import dev.xeroauth.KeeperHealth;
import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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

    private static final Duration RESCUES_AT_MOST = Duration.ofMinutes(10);
    private static final Duration ONE_GRANT_AT_MOST = Duration.ofMinutes(2);
    private static final Duration AT_MOST = Duration.ofMinutes(15);

    private final Machinery with;
    private final Grants grants;
    private final Function<GrantId, CompletableFuture<?>> finishesConsent;
    private final AtomicReference<@Nullable Due> routine = new AtomicReference<>();
    private final AtomicReference<KeeperHealth> health = new AtomicReference<>(KeeperHealth.NOTHING_YET);

    /**
     * Nothing runs yet.
     *
     * @param grants those of this process
     * @param finishesConsent reads the tenants of a grant that have not been read since a consent
     */
    public KeeperLoop(Machinery with, Grants grants, Function<GrantId, CompletableFuture<?>> finishesConsent) {
        this.with = with;
        this.grants = grants;
        this.finishesConsent = finishesConsent;
    }

    /** From now on; the first round comes within a minute. */
    public void start() {
        double share = SPREAD + (1 - SPREAD) * with.random().nextDouble();
        later(Duration.ofMillis((long) (EVERY.toMillis() * share)));
    }

    /** A round, now. Blocks until it is over. */
    public KeeperHealth runOnce() {
        with.threads().requireOpen();
        return OwnThreads.await(
                round(),
                AT_MOST,
                () -> new StoreException(
                        "The round takes longer than " + AT_MOST + ", or its caller was interrupted", null));
    }

    /** As of the last round. */
    public KeeperHealth health() {
        return Objects.requireNonNull(health.get());
    }

    private void later(Duration delay) {
        with.waiting()
                .later(
                        delay,
                        () -> OwnThreads.whenOver(with.threads().run(this::next), (begun, noThread) -> {
                            if (noThread != null) {
                                later(EVERY);
                            }
                        }));
    }

    /** Whether it goes on. */
    private boolean next() {
        if (with.threads().isClosing()) {
            return false;
        }
        long began = with.time().nanoTime();
        double share = 1 - SPREAD + 2 * SPREAD * with.random().nextDouble();
        Duration every = Duration.ofMillis((long) (EVERY.toMillis() * share));
        OwnThreads.then(roundInAnyCase(), done -> {
            Duration left = every.minusNanos(with.time().nanoTime() - began);
            later(left.isNegative() ? Duration.ZERO : left);
        });
        return true;
    }

    /** Never fails, whatever goes wrong: there has to be a next one. */
    private CompletableFuture<KeeperHealth> roundInAnyCase() {
        return round().exceptionally(e -> {
            with.announcer().note("A round of the keeper failed", e);
            return health();
        });
    }

    private CompletableFuture<KeeperHealth> round() {
        long now = with.time().nanoTime();
        Round.Pace fast = new Round.Pace(Duration.ZERO, now + RESCUES_AT_MOST.toNanos());
        Failures failures = new Failures();
        BegunReads reads = new BegunReads(with, finishesConsent, failures);
        return new Round(with, grants, Lane.RESCUE, fast, reads, failures)
                .walk(null)
                .thenCompose(rescued -> ownRefreshed().thenCompose(refreshed -> {
                    long then = with.time().nanoTime();
                    Round.Pace slow = new Round.Pace(BETWEEN_ROUTINE, then + EVERY.toNanos());
                    return new Round(with, grants, Lane.ROUTINE, slow, reads, failures)
                            .walk(routine.get())
                            .thenCompose(walked ->
                                    reads.over(ONE_GRANT_AT_MOST).thenApply(over -> over(rescued, walked, failures)));
                }));
    }

    /** What is due of what this process has handed out, before anybody has to wait for it. A minute at most; the rest comes later. */
    private CompletableFuture<Void> ownRefreshed() {
        long until = with.time().nanoTime() + EVERY.toNanos();
        return FewAtOnce.forEach(
                grants.wanted(),
                () -> with.time().nanoTime() - until < 0 && !with.threads().isClosing(),
                wanted -> bounded(wanted.refresh()));
    }

    /** Whatever keeps one grant up, the others come to their turn. */
    static CompletableFuture<Result> bounded(CompletableFuture<Result> refresh) {
        return refresh.copy().orTimeout(ONE_GRANT_AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private KeeperHealth over(Round.Walked rescued, Round.Walked walked, Failures failures) {
        routine.set(walked.cursor());
        KeeperHealth next = new KeeperHealth(
                Optional.of(with.clock().instant()), rescued.latest(), failures.count(), failures.problem());
        health.set(next);
        return next;
    }
}
