package dev.xeroauth;

import dev.xeroauth.internal.consent.ConsentSeal;
import dev.xeroauth.internal.engine.Announcer;
import dev.xeroauth.internal.engine.BearerInterceptor;
import dev.xeroauth.internal.engine.Consents;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.engine.Tenants;
import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.http.TokenEndpoint;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps grants connected to Xero and hands out their access tokens. One per application, shared by all threads, closed at
 * the end.
 */
public final class XeroAuth implements AutoCloseable {

    private final XeroEndpoints endpoints;
    private final Machinery machinery;
    private final Grants grants;
    private final Tenants tenants;
    private final ConsentFlow consent;

    private XeroAuth(Parts parts) {
        this.endpoints = parts.endpoints();
        this.machinery = parts.machinery();
        this.grants = new Grants(machinery);
        this.tenants = new Tenants(machinery, grants, new ConnectionsEndpoint(endpoints, Parts.CONNECTIONS_PAUSE));
        this.consent = new ConsentFlow(
                parts.app(),
                endpoints,
                machinery,
                parts.seal(),
                new Consents(machinery, grants, parts.tokenEndpoint()),
                tenants);
    }

    /**
     * Begins.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A token that Xero accepts, for a minute at least if it lives for half an hour as Xero's do.
     *
     * <p>Returns at once while there is one, and refreshes it behind the callers' backs when half to three quarters of its
     * life are over. Blocks, 20 seconds at most, only where there is none; however many threads wait, Xero is asked once.
     *
     * @param grantId whose
     * @return the token
     * @throws GrantNotFoundException if the store holds no such grant
     * @throws GrantDisconnectedException if the user has to consent again
     * @throws TokenUnavailableException if Xero cannot be asked now; the grant is kept
     * @throws AppRejectedException if Xero does not accept the application
     * @throws StoreException if the store fails
     * @throws SealedRecordException if the grant's record cannot be opened
     */
    public AccessToken accessToken(GrantId grantId) {
        return grants.accessToken(grantId);
    }

    /**
     * The same for a caller with a limit of its own.
     *
     * @param grantId whose
     * @param atMost how long to wait, instead of 20 seconds; the refresh goes on without its caller
     * @return the token
     * @throws XeroException what {@link #accessToken(GrantId)} throws
     */
    public AccessToken accessToken(GrantId grantId, Duration atMost) {
        return grants.accessToken(grantId, atMost);
    }

    /**
     * The same without blocking. Cancelling the future leaves the refresh alone, and the future has no limit of its own: the
     * refresh has one.
     *
     * @param grantId whose
     * @return the token, or what {@link #accessToken(GrantId)} throws; completed by a thread of the library, which what
     *     follows should not hold up
     */
    public CompletableFuture<AccessToken> accessTokenAsync(GrantId grantId) {
        return grants.accessTokenAsync(grantId);
    }

    /**
     * An interceptor for any OkHttp client that talks to one tenant: it sends the token and the header {@code
     * Xero-Tenant-Id}, and after a 401 once more with another token. Add it last among the application's interceptors. A request
     * to another host than Xero's is refused, so that no token goes astray, and no answer is cached, because OkHttp's cache
     * knows nothing of tenants.
     *
     * <p>What {@link #accessToken(GrantId)} throws, and {@link TenantNotReachableException}, travel in a {@link XeroIOException},
     * because OkHttp lets only an {@link java.io.IOException} through.
     *
     * @param grantId whose token
     * @param tenantId the tenant, one of the grant's own
     * @return a thread-safe interceptor, which asks nothing before its first request
     */
    public Interceptor interceptor(GrantId grantId, TenantId tenantId) {
        return BearerInterceptor.to(machinery, grants, grantId, tenants, tenantId);
    }

    /**
     * How a user connects.
     *
     * @return the consent flow, without state of its own
     */
    public ConsentFlow consent() {
        return consent;
    }

    /**
     * Asks Xero which tenants the grant reaches, and keeps the answer. Only those of the grant's own consents count, although
     * Xero's token may reach more of the same user. Blocks.
     *
     * @param grantId whose
     * @return the connections with their names
     * @throws ConnectionsUnavailableException if Xero does not tell
     * @throws XeroException what {@link #accessToken(GrantId)} throws
     */
    public List<Connection> connections(GrantId grantId) {
        return tenants.read(grantId);
    }

    /**
     * Where Xero is.
     *
     * @return the addresses that were set, or those of Xero itself
     */
    public XeroEndpoints endpoints() {
        return endpoints;
    }

    /**
     * Ends it. Waits, 30 seconds at most, for refreshes that are under way and for a store that has not taken their tokens
     * yet, and then a moment for the listener. Tokens at hand are handed out after that, new ones are not fetched.
     */
    @Override
    public void close() {
        grants.close();
        machinery.announcer().close();
    }

    /** What a {@link XeroAuth} is made of. For one thread. */
    public static final class Builder {

        private @Nullable XeroApp app;
        private @Nullable TokenStore store;
        private @Nullable TokenCipher cipher;
        private String environment = "production";
        private XeroEndpoints endpoints = XeroEndpoints.production();
        private @Nullable TimeSource time;
        private Consumer<XeroEvent> listener = event -> {};
        private @Nullable TokenRefresher refresher;

        private Builder() {}

        /**
         * The app as it is registered with Xero. Required.
         *
         * @param app {@link XeroApp#web}, {@link XeroApp#pkce} or {@link XeroApp#fromEnvironment}
         * @return this
         */
        public Builder app(XeroApp app) {
            this.app = app;
            return this;
        }

        /**
         * Where grants are kept. Required.
         *
         * @param store shared by all instances of the service, or {@link InMemoryTokenStore} for a trial
         * @return this
         */
        public Builder tokenStore(TokenStore store) {
            this.store = store;
            return this;
        }

        /**
         * The keys that seal what is stored. Required for every store but {@link InMemoryTokenStore}.
         *
         * @param keys the ring
         * @return this
         */
        public Builder encryption(KeyRing keys) {
            return encryption(() -> keys);
        }

        /**
         * The keys that seal what is stored, from a place where they can change.
         *
         * @param keys asked at every use, by any thread
         * @return this
         */
        public Builder encryption(Supplier<KeyRing> keys) {
            return encryption(new AesGcmTokenCipher(keys, new SecureRandom()));
        }

        /**
         * A cipher of the application's own, over a key management service for example.
         *
         * @param cipher seals and opens
         * @return this
         */
        public Builder encryption(TokenCipher cipher) {
            this.cipher = cipher;
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
        public Builder environment(String environment) {
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
        public Builder tokenRefresher(TokenRefresher refresher) {
            this.refresher = refresher;
            return this;
        }

        /**
         * Where Xero is, for tests.
         *
         * @param endpoints Xero itself unless set
         * @return this
         */
        public Builder endpoints(XeroEndpoints endpoints) {
            this.endpoints = endpoints;
            return this;
        }

        /**
         * The clocks, for tests. All processes of the test have to go by them: the store's own clock is not asked then.
         *
         * @param time those of the store and this host unless set
         * @return this
         */
        public Builder time(TimeSource time) {
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
        public Builder onEvent(Consumer<XeroEvent> listener) {
            this.listener = listener;
            return this;
        }

        /**
         * Checks that everything is there. Asks nobody and starts no thread.
         *
         * @return the auth, to be shared and closed at the end
         * @throws XeroConfigurationException if something is missing; the message names all of it
         */
        public XeroAuth build() {
            XeroApp builtApp = app;
            TokenStore builtStore = store;
            TokenCipher builtCipher =
                    cipher != null || !(store instanceof InMemoryTokenStore) ? cipher : forThisProcess();
            if (builtApp == null || builtStore == null || builtCipher == null) {
                throw new XeroConfigurationException("Not set: " + String.join("; ", missing(builtCipher)));
            }
            SecureRandom random = new SecureRandom();
            TimeSource host = time != null ? time : TimeSource.system();
            SharedClock clock =
                    time != null ? SharedClock.common(time) : SharedClock.of(builtStore.serverClock(), host);
            TokenEndpoint tokenEndpoint = new TokenEndpoint(builtApp, endpoints);
            Machinery machinery = new Machinery(
                    new Decisions(Rule.all()),
                    new GrantRepository(builtStore, builtCipher, environment, random, clock),
                    refresher != null ? refresher : tokenEndpoint,
                    host,
                    clock,
                    random,
                    OwnThreads.daemons(),
                    Waiting.real(),
                    new Announcer(listener),
                    new AtomicReference<>(Breaker.CLOSED),
                    HttpUrl.get(endpoints.api()));
            ConsentSeal seal = new ConsentSeal(builtCipher, environment, random);
            return new XeroAuth(new Parts(builtApp, endpoints, machinery, seal, tokenEndpoint));
        }

        private List<String> missing(@Nullable TokenCipher builtCipher) {
            List<String> missing = new ArrayList<>();
            if (app == null) {
                missing.add("app(...), such as XeroApp.web(clientId, secret)");
            }
            if (store == null) {
                missing.add("tokenStore(...), such as JdbcTokenStore.of(dataSource), or new InMemoryTokenStore() for a"
                        + " trial");
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

    private record Parts(
            XeroApp app, XeroEndpoints endpoints, Machinery machinery, ConsentSeal seal, TokenEndpoint tokenEndpoint) {

        private static final Duration CONNECTIONS_PAUSE = Duration.ofMillis(250);
    }
}
