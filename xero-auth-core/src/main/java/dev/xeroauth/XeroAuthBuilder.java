package dev.xeroauth;

import dev.xeroauth.internal.consent.ConsentSeal;
import dev.xeroauth.internal.engine.Announcer;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.internal.http.TrustedAuthorities;
import dev.xeroauth.internal.protocol.Breaker;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.spi.TokenRefresher;
import dev.xeroauth.spi.TokenStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What a {@link XeroAuth} is made of. For one thread. */
public final class XeroAuthBuilder {

    private @Nullable XeroApp app;
    private @Nullable TokenStore store;
    private @Nullable Function<Executor, TokenCipher> cipher;
    private String environment = "production";
    private XeroEndpoints endpoints = XeroEndpoints.production();
    private @Nullable TimeSource time;
    private Consumer<XeroEvent> listener = event -> {};
    private boolean keeps = true;
    private @Nullable TokenRefresher refresher;
    private Waiting waiting = Waiting.real();

    XeroAuthBuilder() {}

    /**
     * The app as it is registered with Xero. Required.
     *
     * @param app {@link XeroApp#web}, {@link XeroApp#pkce} or {@link XeroApp#fromEnvironment}
     * @return this
     */
    public XeroAuthBuilder app(XeroApp app) {
        this.app = app;
        return this;
    }

    /**
     * Where grants are kept. Required.
     *
     * @param store shared by all instances of the service, or {@link InMemoryTokenStore} for a trial
     * @return this
     */
    public XeroAuthBuilder tokenStore(TokenStore store) {
        this.store = store;
        return this;
    }

    /**
     * The keys that seal what is stored. Required for every store but {@link InMemoryTokenStore}.
     *
     * @param keys the ring
     * @return this
     */
    public XeroAuthBuilder encryption(KeyRing keys) {
        return encryption(new AesGcmTokenCipher(() -> keys, new SecureRandom()));
    }

    /**
     * The keys that seal what is stored, from a place where they can change while the service runs.
     *
     * @param keys asked at every use, by any thread of the library, so that what is dear is better remembered by it; where it
     *     throws, or takes longer than 3 seconds, nothing is sealed or opened, and no word of its exception is repeated
     * @return this
     */
    public XeroAuthBuilder encryption(Supplier<KeyRing> keys) {
        this.cipher = threads -> new AesGcmTokenCipher(keys, new SecureRandom(), threads);
        return this;
    }

    /**
     * A cipher of the application's own, over a key management service for example.
     *
     * @param cipher seals and opens
     * @return this
     */
    public XeroAuthBuilder encryption(TokenCipher cipher) {
        this.cipher = threads -> cipher;
        return this;
    }

    /**
     * A label that sealed records are bound to, so that a staging system restored from production's database cannot open
     * production's grants.
     *
     * @param environment {@code production} unless set; not blank
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public XeroAuthBuilder environment(String environment) {
        if (environment.isBlank()) {
            throw new IllegalArgumentException("The environment is blank");
        }
        this.environment = environment;
        return this;
    }

    /**
     * Who presents refresh tokens, where that is not Xero's token endpoint itself but a service of the application's.
     *
     * @param refresher Xero's token endpoint unless set
     * @return this
     */
    public XeroAuthBuilder tokenRefresher(TokenRefresher refresher) {
        this.refresher = refresher;
        return this;
    }

    /**
     * Where Xero is, for tests.
     *
     * @param endpoints Xero itself unless set
     * @return this
     */
    public XeroAuthBuilder endpoints(XeroEndpoints endpoints) {
        this.endpoints = endpoints;
        return this;
    }

    /**
     * The clocks, for tests. All processes of the test have to go by them: the store's own clock is not asked then.
     *
     * @param time those of the store and this host unless set
     * @return this
     */
    public XeroAuthBuilder time(TimeSource time) {
        this.time = time;
        return this;
    }

    /**
     * Who is told what happens to grants: once, in the process that made it happen, on a thread of the library that the
     * listener should not hold up. A listener that throws harms nothing.
     *
     * @param listener takes every event and leaves alone what it does not know
     * @return this
     */
    public XeroAuthBuilder onEvent(Consumer<XeroEvent> listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Lets nothing run in the background, where that is not possible: {@link Keeper#runOnce()} has to be called then, every few
     * minutes.
     *
     * @return this
     */
    public XeroAuthBuilder withoutKeeper() {
        this.keeps = false;
        return this;
    }

    /** How to wait, for tests whose time runs faster than the host's. */
    XeroAuthBuilder waiting(Waiting waiting) {
        this.waiting = waiting;
        return this;
    }

    /**
     * Checks that everything is there. Asks nobody; the keeper begins within a minute. A daemon thread reads meanwhile whom the
     * JVM trusts, and ends.
     *
     * @return the auth, to be shared and closed at the end
     * @throws XeroConfigurationException if something is missing, all of which the message names, or the app is a custom
     *     connection, which has no grants
     */
    public XeroAuth build() {
        XeroApp builtApp = app;
        requireUsers(builtApp);
        TokenStore builtStore = store;
        OwnThreads threads = OwnThreads.daemons();
        TokenCipher builtCipher = cipher(threads);
        if (builtApp == null || builtStore == null || builtCipher == null) {
            throw new XeroConfigurationException("Not set: " + String.join("; ", missing(builtCipher)));
        }
        TrustedAuthorities.beginToRead();
        SecureRandom random = new SecureRandom();
        TimeSource host = time != null ? time : TimeSource.system();
        SharedClock clock = time != null ? SharedClock.common(time) : SharedClock.of(builtStore.serverClock(), host);
        TokenEndpoint tokenEndpoint = new TokenEndpoint(builtApp, endpoints, threads, host);
        Machinery machinery = new Machinery(
                new Decisions(Rule.all()),
                new GrantRepository(builtStore, builtCipher, environment, random, clock),
                refresher != null ? refresher : tokenEndpoint,
                host,
                clock,
                random,
                threads,
                waiting,
                new Announcer(listener),
                new AtomicReference<>(Breaker.CLOSED),
                HttpUrl.get(endpoints.api()));
        ConsentSeal seal = new ConsentSeal(builtCipher, environment, random);
        return new XeroAuth(new XeroAuth.Parts(builtApp, endpoints, machinery, seal, tokenEndpoint, keeps));
    }

    private static void requireUsers(@Nullable XeroApp app) {
        if (app != null && app.kind() == XeroApp.Kind.CUSTOM_CONNECTION) {
            throw new XeroConfigurationException(
                    "A custom connection has no grants to keep: use CustomConnection.builder()"
                            + " for its tokens, or XeroClient.builder().app(...) with XeroClient.organisation(), without store and"
                            + " keys");
        }
    }

    private @Nullable TokenCipher cipher(Executor threads) {
        if (cipher != null) {
            return cipher.apply(threads);
        }
        return store instanceof InMemoryTokenStore ? forThisProcess() : null;
    }

    private List<String> missing(@Nullable TokenCipher builtCipher) {
        List<String> missing = new ArrayList<>();
        if (app == null) {
            missing.add("app(...), such as XeroApp.web(clientId, secret)");
        }
        if (store == null) {
            missing.add(
                    "tokenStore(...), such as JdbcTokenStore.of(dataSource), FileTokenStore.in(directory) on a single"
                            + " server, or new InMemoryTokenStore() for a trial");
        }
        if (builtCipher == null) {
            missing.add("encryption(...), such as KeyRing.of(\"2026-11\", key), for every store but"
                    + " InMemoryTokenStore");
        }
        return missing;
    }

    /** What dies with the process is sealed with a key that does. */
    private static TokenCipher forThisProcess() {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[32];
        random.nextBytes(key);
        KeyRing keys = KeyRing.of("this-process", key);
        return new AesGcmTokenCipher(() -> keys, random);
    }
}
