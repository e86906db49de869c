package dev.xeroauth.accounting;

import dev.xeroauth.CustomConnection;
import dev.xeroauth.KeyRing;
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
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What a {@link XeroClient} is made of: an {@link XeroAuth}, or the settings of one. For one thread. */
public final class XeroClientBuilder {

    private final XeroAuthBuilder settings = XeroAuth.builder();
    private final CustomConnection.Builder connection = CustomConnection.builder();
    private final List<String> forGrants = new ArrayList<>();
    private boolean anySetting;
    private @Nullable XeroApp app;
    private XeroEndpoints endpoints = XeroEndpoints.production();
    private @Nullable XeroAuth auth;
    private @Nullable OkHttpClient http;
    private TimeSource time = TimeSource.system();

    XeroClientBuilder() {}

    /**
     * An auth that the application has already, in place of all settings of one.
     *
     * @param auth is not closed with the client
     * @return this
     */
    public XeroClientBuilder auth(XeroAuth auth) {
        this.auth = auth;
        return this;
    }

    /**
     * The app as it is registered with Xero. Required without {@link #auth}. With {@link XeroApp#customConnection} there
     * is neither a store nor keys: {@link XeroClient#organisation()} is what it reaches.
     *
     * @param app see {@link XeroAuthBuilder#app}
     * @return this
     */
    public XeroClientBuilder app(XeroApp app) {
        this.app = app;
        connection.app(app);
        return set(settings.app(app));
    }

    /**
     * Where grants are kept. Required without {@link #auth}.
     *
     * @param store see {@link XeroAuthBuilder#tokenStore}
     * @return this
     */
    public XeroClientBuilder tokenStore(TokenStore store) {
        return setForGrants("tokenStore(...)", settings.tokenStore(store));
    }

    /**
     * The keys that seal what is stored. Required for every store but the one in memory.
     *
     * @param keys see {@link XeroAuthBuilder#encryption(KeyRing)}
     * @return this
     */
    public XeroClientBuilder encryption(KeyRing keys) {
        return setForGrants("encryption(...)", settings.encryption(keys));
    }

    /**
     * The keys that seal what is stored, from a place where they can change.
     *
     * @param keys see {@link XeroAuthBuilder#encryption(Supplier)}
     * @return this
     */
    public XeroClientBuilder encryption(Supplier<KeyRing> keys) {
        return setForGrants("encryption(...)", settings.encryption(keys));
    }

    /**
     * A cipher of the application's own.
     *
     * @param cipher see {@link XeroAuthBuilder#encryption(TokenCipher)}
     * @return this
     */
    public XeroClientBuilder encryption(TokenCipher cipher) {
        return setForGrants("encryption(...)", settings.encryption(cipher));
    }

    /**
     * A label that sealed records are bound to.
     *
     * @param environment see {@link XeroAuthBuilder#environment}
     * @return this
     */
    public XeroClientBuilder environment(String environment) {
        return setForGrants("environment(...)", settings.environment(environment));
    }

    /**
     * Who presents refresh tokens, where that is not Xero's token endpoint itself.
     *
     * @param refresher see {@link XeroAuthBuilder#tokenRefresher}
     * @return this
     */
    public XeroClientBuilder tokenRefresher(TokenRefresher refresher) {
        return setForGrants("tokenRefresher(...)", settings.tokenRefresher(refresher));
    }

    /**
     * Where Xero is, for tests.
     *
     * @param endpoints see {@link XeroAuthBuilder#endpoints}
     * @return this
     */
    public XeroClientBuilder endpoints(XeroEndpoints endpoints) {
        this.endpoints = endpoints;
        connection.endpoints(endpoints);
        return set(settings.endpoints(endpoints));
    }

    /**
     * The clocks, for tests.
     *
     * @param time see {@link XeroAuthBuilder#time}
     * @return this
     */
    public XeroClientBuilder time(TimeSource time) {
        this.time = time;
        connection.time(time);
        return set(settings.time(time));
    }

    /**
     * Who is told what happens to grants.
     *
     * @param listener see {@link XeroAuthBuilder#onEvent}
     * @return this
     */
    public XeroClientBuilder onEvent(Consumer<XeroEvent> listener) {
        return setForGrants("onEvent(...)", settings.onEvent(listener));
    }

    /**
     * Lets nothing run in the background; see {@link XeroAuthBuilder#withoutKeeper()}.
     *
     * @return this
     */
    public XeroClientBuilder withoutKeeper() {
        return setForGrants("withoutKeeper()", settings.withoutKeeper());
    }

    /**
     * The application's own HTTP client for API calls, with its pool, time-outs and interceptors. Redirects are not
     * followed, so that no token goes astray, and a cache is not used, because it goes by the address alone, which is
     * the same for all tenants. Tokens are asked for over a client of the library's own.
     *
     * @param http is not closed with the client
     * @return this
     */
    public XeroClientBuilder httpClient(OkHttpClient http) {
        this.http = http;
        return this;
    }

    /**
     * Checks that everything is there. Asks nobody. Two daemon threads make the first request fast meanwhile, and end: one reads
     * whom the JVM trusts, one reads a page that is made up.
     *
     * @return the client, to be shared and closed at the end
     * @throws XeroConfigurationException if something is missing, all of which the message names, or {@link #auth} was
     *     given beside settings that it would ignore, or there are settings for grants beside a custom connection
     */
    public XeroClient build() {
        if (auth != null && anySetting) {
            throw new XeroConfigurationException("auth(...) brings its own app, store, keys, endpoints, clocks and"
                    + " listener: give either auth(...) or those");
        }
        Rehearsal.begin();
        if (app != null && app.kind() == XeroApp.Kind.CUSTOM_CONNECTION) {
            return ofOrganisation();
        }
        XeroAuth built = auth != null ? auth : settings.build();
        return new XeroClient(built, null, built.endpoints(), this, direct());
    }

    private XeroClient ofOrganisation() {
        if (!forGrants.isEmpty()) {
            throw new XeroConfigurationException(
                    "A custom connection has no grants to store, seal, refresh or tell of. Leave out: "
                            + String.join(", ", forGrants));
        }
        return new XeroClient(null, connection.build(), endpoints, this, direct());
    }

    /** Whether the client is to close it. */
    boolean makesAuth() {
        return auth == null;
    }

    /** Whether the client is to close it. */
    boolean makesHttp() {
        return http == null;
    }

    /** Strong, so that no two processes make the same key. */
    RandomGenerator random() {
        return new SecureRandom();
    }

    InstantSource clock() {
        return time::now;
    }

    private OkHttpClient direct() {
        return (http != null ? http : OwnHttp.create())
                .newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .cache(null)
                .build();
    }

    private XeroClientBuilder setForGrants(String name, XeroAuthBuilder set) {
        forGrants.add(name);
        return set(set);
    }

    private XeroClientBuilder set(XeroAuthBuilder ignored) {
        anySetting = true;
        return this;
    }
}
