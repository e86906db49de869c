package dev.xeroauth.tests.simulation;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.internal.engine.Announcer;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.protocol.Breaker;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.spi.TokenStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** The real classes of one process, on a host of the simulation. */
final class SimulatedProcess {

    private static final HttpUrl API = HttpUrl.get("https://api.xero.com");

    static final TokenCipher CIPHER = cipher();

    private final Host host;
    private final SharedClock clock;
    private final Grants grants;
    private final KeeperLoop keeper;

    SimulatedProcess(Host host, Decisions decisions, SimulatedStore stores, SimulatedXero xero, Random random) {
        this.host = host;
        TokenStore store = stores.from(host);
        this.clock = SharedClock.of(store.serverClock(), host);
        Machinery machinery = new Machinery(
                decisions,
                new GrantRepository(store, CIPHER, "simulation", random, clock),
                xero.from(host),
                host,
                clock,
                random,
                new OwnThreads(host),
                host,
                new Announcer(event -> {}, Runnable::run),
                new AtomicReference<>(Breaker.CLOSED),
                API);
        this.grants = new Grants(machinery);
        this.keeper = new KeeperLoop(machinery, grants, id -> CompletableFuture.completedFuture(null));
    }

    SimulatedProcess withKeeper() {
        keeper.start();
        return this;
    }

    /** How long ago its keeper has finished a round. */
    Optional<Duration> sinceLastRound() {
        return keeper.health().lastRound().map(last -> Duration.between(last, clock.instant()));
    }

    Host host() {
        return host;
    }

    /** @param then gets the access token, if there is one */
    void ask(GrantId id, Consumer<Optional<AccessToken>> then) {
        tell(grants.accessTokenAsync(id), then);
    }

    /** Xero has refused this one. */
    void askAnother(GrantId id, AccessToken refused, boolean saidExpired, Consumer<Optional<AccessToken>> then) {
        tell(grants.of(id).anotherAsync(refused, saidExpired), then);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void tell(CompletableFuture<AccessToken> coming, Consumer<Optional<AccessToken>> then) {
        coming.handle((token, failure) -> Optional.ofNullable(token)).thenAccept(then);
    }

    private static TokenCipher cipher() {
        byte[] key = new byte[32];
        key[0] = 1;
        KeyRing keys = KeyRing.of("k", key);
        return new AesGcmTokenCipher(() -> keys, new SecureRandom());
    }
}
