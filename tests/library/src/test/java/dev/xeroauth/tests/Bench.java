package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.TokenSet;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.internal.engine.Announcer;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.Overview;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.internal.protocol.Breaker;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.testkit.ManualTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** One process with one grant, on clocks and a refresher that a test drives. */
final class Bench implements AutoCloseable {

    static final GrantId ID = GrantId.of("customer-42");
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);

    final ManualTime time = ManualTime.at(START);
    final ShakyStore store = new ShakyStore(new InMemoryTokenStore());
    final ScriptedRefresher refresher = new ScriptedRefresher();
    final BlockingQueue<XeroEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
    volatile boolean keysAvailable = true;
    volatile boolean threadsAvailable = true;
    /** Whether looks at another's lease wait until the test runs them, as all does that is put off for longer. */
    volatile boolean looksWait;

    volatile Consumer<XeroEvent> listener = event -> {};
    final GrantRepository repository = new GrantRepository(store, cipher(), "test", new SecureRandom(), time::now);
    private final Announcer announcer = new Announcer(event -> {
        events.add(event);
        listener.accept(event);
    });
    private final Machinery machinery = machinery(threads(), SharedClock.common(time));
    final Grants grants = new Grants(machinery);
    final Overview overview = new Overview(machinery, grants);
    final KeeperLoop keeper = new KeeperLoop(machinery, grants, id -> CompletableFuture.completedFuture(null));

    /** A process more over the same store. */
    Grants process() {
        return new Grants(machinery(threads(), SharedClock.common(time)));
    }

    /** Threads that can run out. */
    OwnThreads threads() {
        return OwnThreads.madeBy(task -> {
            if (!threadsAvailable) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What a process more works with. */
    Machinery machinery(OwnThreads threads, SharedClock clock) {
        return new Machinery(
                new Decisions(Rule.all()),
                repository,
                refresher,
                time,
                clock,
                new Random(42),
                threads,
                new ManualWaiting(),
                announcer,
                new AtomicReference<>(Breaker.CLOSED),
                HttpUrl.get("https://api.xero.com"));
    }

    /** Stores a grant as a consent does, with AT-1 and RT-1 issued now. */
    OpenGrant connect() {
        return connect(1, Optional.empty());
    }

    /** The same with another number, and the tenants that Xero has listed. */
    OpenGrant connect(int number, Optional<List<Connection>> connections) {
        IssuedAccess access = new IssuedAccess(
                "AT-" + number, time.now(), LIFETIME, time.now().plus(Duration.ofMinutes(20)));
        Reach reach = new Reach(Optional.empty(), Set.of(), connections);
        return write(GrantRecord.consented("generation-" + time.nanoTime(), access, "RT-" + number, reach));
    }

    /** So long ago that its access token is no longer handed out. */
    GrantRecord connectLongAgo() {
        GrantRecord connected = connect().record();
        time.advance(Duration.ofMinutes(29));
        return connected;
    }

    OpenGrant write(GrantRecord record) {
        return write(GrantStatus.CONNECTED, record);
    }

    OpenGrant write(GrantStatus status, GrantRecord record) {
        Revision expected =
                repository.stored(ID).map(stored -> stored.revision()).orElse(Revision.NONE);
        return repository.replace(ID, status, record, expected).orElseThrow();
    }

    OpenGrant stored() {
        return repository.find(ID).orElseThrow();
    }

    String token() {
        return grants.accessToken(ID).value();
    }

    /** The next event of this kind; fails if none comes. */
    <E extends XeroEvent> E event(Class<E> kind) throws InterruptedException {
        return Connected.next(events, kind);
    }

    /** Until nothing is in the air and the listener has heard everything. */
    void settle() {
        grants.close();
        announcer.close();
    }

    static RefreshOutcome issued(int number) {
        return new RefreshOutcome.Issued(
                new TokenSet("AT-" + number, Optional.of("RT-" + number), LIFETIME, Set.of(), Optional.empty()));
    }

    private AesGcmTokenCipher cipher() {
        byte[] key = new byte[32];
        key[0] = 1;
        KeyRing keys = KeyRing.of("k", key);
        return new AesGcmTokenCipher(
                () -> {
                    if (!keysAvailable) {
                        throw new IllegalStateException("no key service");
                    }
                    return keys;
                },
                new SecureRandom());
    }

    @Override
    public void close() {
        assertThat(refresher.unexpected()).isZero();
    }

    /**
     * A pause takes no real time and moves the clocks, and so does the wait between two looks at another's lease; what is put off
     * for longer waits until the test runs it.
     */
    private final class ManualWaiting implements Waiting {
        @Override
        public void pause(Duration duration) {
            time.advance(duration);
        }

        @Override
        public void later(Duration delay, Runnable task) {
            if (looksWait || delay.compareTo(LONGEST_LOOK) > 0) {
                later.add(task);
            } else {
                time.advance(delay);
                task.run();
            }
        }
    }
}
