package dev.xeroauth.tests.simulation;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.internal.engine.Announcer;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.protocol.Breaker;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.spi.TokenStore;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** The real classes of one process, on a host of the simulation. */
final class SimulatedProcess {

    private static final HttpUrl API = HttpUrl.get("https://api.xero.com");

    private final Host host;
    private final Grants grants;
    private final KeeperLoop keeper;

    SimulatedProcess(
            Host host,
            Decisions decisions,
            SimulatedStore stores,
            SimulatedXero xero,
            Random random,
            TokenCipher cipher) {
        this.host = host;
        TokenStore store = stores.from(host);
        SharedClock clock = SharedClock.of(store.serverClock(), host);
        Machinery machinery = new Machinery(
                decisions,
                new GrantRepository(store, cipher, "simulation", random, clock),
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
        this.keeper = new KeeperLoop(machinery, grants);
    }

    SimulatedProcess withKeeper() {
        keeper.start();
        return this;
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
        tell(grants.of(id).afterAsync(refused, saidExpired), then);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void tell(CompletableFuture<AccessToken> coming, Consumer<Optional<AccessToken>> then) {
        coming.handle((token, failure) -> Optional.ofNullable(token)).thenAccept(then);
    }
}
