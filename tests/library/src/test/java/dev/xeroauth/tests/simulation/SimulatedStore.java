package dev.xeroauth.tests.simulation;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One store for all processes, which can fail, be slow, and forget what it was told last. */
final class SimulatedStore {

    private static final Duration QUICK = Duration.ofMillis(1);
    private static final Duration USUAL = Duration.ofMillis(5);

    private final Scheduler scheduler;
    private final Trouble trouble;
    private final Host world;
    private final boolean hasClock;
    private final Map<GrantId, StoredGrant> before = new HashMap<>();
    private final InMemoryTokenStore grants = new InMemoryTokenStore();
    private Instant downUntil = Instant.MIN;

    /**
     * @param world lives for ever
     * @param hasClock whether it tells its time
     */
    SimulatedStore(Scheduler scheduler, Trouble trouble, Host world, boolean hasClock) {
        this.scheduler = scheduler;
        this.trouble = trouble;
        this.world = world;
        this.hasClock = hasClock;
    }

    /** Nothing goes wrong there. */
    TokenStore itself() {
        return grants;
    }

    /** As it is seen from there. */
    TokenStore from(Host host) {
        return new Connection(host);
    }

    private boolean write(StoredGrant next, Revision expected) {
        Optional<StoredGrant> was = grants.find(next.id());
        boolean stands = grants.replace(next, expected);
        if (stands) {
            was.ifPresent(it -> before.put(next.id(), it));
        }
        return stands;
    }

    private void forget(GrantId id) {
        StoredGrant was = before.remove(id);
        Optional<StoredGrant> is = grants.find(id);
        if (was != null && is.isPresent()) {
            grants.replace(was, is.get().revision());
            trouble.note("the store has lost its last write");
        }
    }

    private final class Connection implements TokenStore {

        private final Host host;

        Connection(Host host) {
            this.host = host;
        }

        @Override
        public Optional<StoredGrant> find(GrantId id) {
            call();
            return grants.find(id);
        }

        @Override
        public boolean replace(StoredGrant next, Revision expected) {
            boolean stands = tryToReplace(next, expected);
            trouble.tell(
                    host, () -> "writes " + next.status() + " " + next.lane() + " due " + next.dueAt() + ": " + stands);
            return stands;
        }

        private boolean tryToReplace(StoredGrant next, Revision expected) {
            call();
            boolean strikes = trouble.strikes(
                    Kind.CRASH,
                    Kind.PAUSE,
                    Kind.SLEEP,
                    Kind.PAUSE_AND_CRASH,
                    Kind.SLOW_STORE,
                    Kind.STORE_THROWS_BEFORE,
                    Kind.STORE_THROWS_AFTER,
                    Kind.STORE_FORGETS,
                    Kind.STORE_DOWN);
            return strikes ? troubled(trouble.struck(), next, expected) : write(next, expected);
        }

        private boolean troubled(Kind kind, StoredGrant next, Revision expected) {
            switch (kind) {
                case CRASH -> {
                    if (scheduler.random().nextBoolean()) {
                        write(next, expected);
                    }
                    host.die();
                    throw new IllegalStateException("dead");
                }
                case PAUSE, SLEEP -> {
                    boolean isAnswered = scheduler.random().nextBoolean();
                    boolean stands = write(next, expected);
                    Duration howLong = Pauses.pause(scheduler, trouble, host, kind);
                    scheduler.spend(isAnswered ? Duration.ZERO : howLong);
                    return stands;
                }
                case PAUSE_AND_CRASH -> {
                    boolean stands = write(next, expected);
                    scheduler.spend(Pauses.beforeItsEnd(scheduler, trouble, host));
                    return stands;
                }
                case SLOW_STORE -> {
                    Duration howLong = scheduler.between(Duration.ofSeconds(1), Duration.ofSeconds(40));
                    host.holdUp(howLong);
                    trouble.lasts(Duration.ZERO);
                }
                case STORE_THROWS_BEFORE -> throw new IllegalStateException("not written");
                case STORE_THROWS_AFTER -> {
                    write(next, expected);
                    throw new IllegalStateException("written");
                }
                case STORE_FORGETS -> {
                    boolean stands = write(next, expected);
                    if (stands) {
                        Duration soon = scheduler.between(Duration.ZERO, Duration.ofSeconds(20));
                        trouble.lasts(soon);
                        scheduler.later(world, soon, () -> forget(next.id()));
                    }
                    return stands;
                }
                default -> {
                    Duration howLong = scheduler.between(Duration.ofSeconds(5), Duration.ofMinutes(5));
                    downUntil = scheduler.now().plus(howLong);
                    trouble.lasts(howLong);
                    throw new IllegalStateException("down");
                }
            }
            return write(next, expected);
        }

        private void call() {
            if (host.isDead() || scheduler.now().isBefore(downUntil)) {
                throw new IllegalStateException("down");
            }
            scheduler.spend(scheduler.between(QUICK, USUAL));
        }

        @Override
        public boolean delete(GrantId id, Revision expected) {
            call();
            return grants.delete(id, expected);
        }

        @Override
        public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
            call();
            return grants.findDue(lane, now, after, limit);
        }

        @Override
        public List<GrantId> list(@Nullable GrantId after, int limit) {
            call();
            return grants.list(after, limit);
        }

        @Override
        public Optional<InstantSource> serverClock() {
            return hasClock
                    ? Optional.of(() -> {
                        call();
                        return scheduler.now();
                    })
                    : Optional.empty();
        }
    }
}
