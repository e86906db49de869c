package dev.xeroauth.accounting;

import dev.xeroauth.Connection;
import dev.xeroauth.ConsentFlow;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroAuthBuilder;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.spi.TokenRefresher;
import dev.xeroauth.spi.TokenStore;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Xero for an application: connect organisations, and work with their accounting data. One per application, shared by all
 * threads, closed at the end.
 *
 * <pre>{@code
 * XeroClient xero = XeroClient.builder()
 *         .app(XeroApp.web(clientId, secrets::xeroSecret))
 *         .tokenStore(JdbcTokenStore.of(dataSource).createTableIfMissing())
 *         .encryption(KeyRing.of("2026-11", key))
 *         .build();
 * for (Invoice invoice : xero.tenant(grantId, tenantId).invoices().list(q -> q.modifiedSince(yesterday))) { ... }
 * }</pre>
 */
public final class XeroClient implements AutoCloseable {

    private final XeroAuth auth;
    private final boolean ownAuth;
    private final OkHttpClient http;
    private final boolean ownHttp;
    private final HttpUrl accounting;

    private XeroClient(XeroAuth auth, boolean ownAuth, OkHttpClient http, boolean ownHttp) {
        this.auth = auth;
        this.ownAuth = ownAuth;
        this.http = http;
        this.ownHttp = ownHttp;
        this.accounting = HttpUrl.get(auth.endpoints().accounting());
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
     * One organisation. Asks nobody: whether the grant reaches the tenant shows at the first request.
     *
     * @param grantId the consent that reaches it
     * @param tenantId the organisation, {@link Connection#tenantId()}
     * @return a thread-safe client for it, cheap to make
     */
    public TenantClient tenant(GrantId grantId, TenantId tenantId) {
        OkHttpClient authorised = http.newBuilder()
                .addInterceptor(auth.interceptor(grantId, tenantId))
                .build();
        return new TenantClient(tenantId, new ApiCalls(authorised, accounting, tenantId));
    }

    /**
     * How a user connects.
     *
     * @return the consent flow
     */
    public ConsentFlow consent() {
        return auth.consent();
    }

    /**
     * Asks Xero which tenants a grant reaches. Blocks.
     *
     * @param grantId the grant
     * @return the connections with their names
     * @throws dev.xeroauth.XeroException as {@link XeroAuth#connections} says
     */
    public List<Connection> connections(GrantId grantId) {
        return auth.connections(grantId);
    }

    /**
     * The tokens behind this client, for Xero's other APIs.
     *
     * @return the auth that was given to the builder or made by it
     */
    public XeroAuth auth() {
        return auth;
    }

    /** Ends what this client has made itself: an {@link XeroAuth} or an {@link OkHttpClient} given to the builder goes on. */
    @Override
    public void close() {
        if (ownAuth) {
            auth.close();
        }
        if (ownHttp) {
            OwnHttp.close(http);
        }
    }

    /** What a {@link XeroClient} is made of: an {@link XeroAuth}, or the settings of one. For one thread. */
    public static final class Builder {

        private final XeroAuthBuilder settings = XeroAuth.builder();
        private boolean anySetting;
        private @Nullable XeroAuth auth;
        private @Nullable OkHttpClient http;

        private Builder() {}

        /**
         * An auth that the application has already, in place of all settings of one.
         *
         * @param auth is not closed with the client
         * @return this
         */
        public Builder auth(XeroAuth auth) {
            this.auth = auth;
            return this;
        }

        /**
         * The app as it is registered with Xero. Required without {@link #auth}.
         *
         * @param app see {@link XeroAuthBuilder#app}
         * @return this
         */
        public Builder app(XeroApp app) {
            return set(settings.app(app));
        }

        /**
         * Where grants are kept. Required without {@link #auth}.
         *
         * @param store see {@link XeroAuthBuilder#tokenStore}
         * @return this
         */
        public Builder tokenStore(TokenStore store) {
            return set(settings.tokenStore(store));
        }

        /**
         * The keys that seal what is stored. Required for every store but the one in memory.
         *
         * @param keys see {@link XeroAuthBuilder#encryption(KeyRing)}
         * @return this
         */
        public Builder encryption(KeyRing keys) {
            return set(settings.encryption(keys));
        }

        /**
         * The keys that seal what is stored, from a place where they can change.
         *
         * @param keys see {@link XeroAuthBuilder#encryption(Supplier)}
         * @return this
         */
        public Builder encryption(Supplier<KeyRing> keys) {
            return set(settings.encryption(keys));
        }

        /**
         * A cipher of the application's own.
         *
         * @param cipher see {@link XeroAuthBuilder#encryption(TokenCipher)}
         * @return this
         */
        public Builder encryption(TokenCipher cipher) {
            return set(settings.encryption(cipher));
        }

        /**
         * A label that sealed records are bound to.
         *
         * @param environment see {@link XeroAuthBuilder#environment}
         * @return this
         */
        public Builder environment(String environment) {
            return set(settings.environment(environment));
        }

        /**
         * Who presents refresh tokens, where that is not Xero's token endpoint itself.
         *
         * @param refresher see {@link XeroAuthBuilder#tokenRefresher}
         * @return this
         */
        public Builder tokenRefresher(TokenRefresher refresher) {
            return set(settings.tokenRefresher(refresher));
        }

        /**
         * Where Xero is, for tests.
         *
         * @param endpoints see {@link XeroAuthBuilder#endpoints}
         * @return this
         */
        public Builder endpoints(XeroEndpoints endpoints) {
            return set(settings.endpoints(endpoints));
        }

        /**
         * The clocks, for tests.
         *
         * @param time see {@link XeroAuthBuilder#time}
         * @return this
         */
        public Builder time(TimeSource time) {
            return set(settings.time(time));
        }

        /**
         * Who is told what happens to grants.
         *
         * @param listener see {@link XeroAuthBuilder#onEvent}
         * @return this
         */
        public Builder onEvent(Consumer<XeroEvent> listener) {
            return set(settings.onEvent(listener));
        }

        /**
         * Lets nothing run in the background; see {@link XeroAuthBuilder#withoutKeeper()}.
         *
         * @return this
         */
        public Builder withoutKeeper() {
            return set(settings.withoutKeeper());
        }

        /**
         * The application's own HTTP client for API calls, with its pool, time-outs and interceptors. Redirects are not
         * followed, so that no token goes astray, and a cache is not used, because it goes by the address alone, which is
         * the same for all tenants. Tokens are asked for over a client of the library's own.
         *
         * @param http is not closed with the client
         * @return this
         */
        public Builder httpClient(OkHttpClient http) {
            this.http = http;
            return this;
        }

        /**
         * Checks that everything is there. Asks nobody.
         *
         * @return the client, to be shared and closed at the end
         * @throws XeroConfigurationException if something is missing, all of which the message names, or {@link #auth} was
         *     given beside settings that it would ignore
         */
        public XeroClient build() {
            if (auth != null && anySetting) {
                throw new XeroConfigurationException("auth(...) brings its own app, store, keys, endpoints, clocks and"
                        + " listener: give either auth(...) or those");
            }
            XeroAuth built = auth != null ? auth : settings.build();
            OkHttpClient base = http != null ? http : OwnHttp.create();
            OkHttpClient direct = base.newBuilder()
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .cache(null)
                    .build();
            return new XeroClient(built, auth == null, direct, http == null);
        }

        private Builder set(XeroAuthBuilder ignored) {
            anySetting = true;
            return this;
        }
    }
}
