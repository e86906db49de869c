package dev.xeroauth;

import dev.xeroauth.internal.engine.BearerInterceptor;
import dev.xeroauth.internal.engine.OrganisationTokens;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.internal.http.TrustedAuthorities;
import dev.xeroauth.spi.TimeSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the access tokens of a custom connection, Xero's kind of app for one organisation. There is no consent, no grant
 * and no refresh token, so nothing is stored: whoever has the client secret asks for another token. One per application,
 * shared by all threads, closed at the end.
 *
 * <pre>{@code
 * CustomConnection connection = CustomConnection.builder()
 *         .app(XeroApp.customConnection(clientId, secrets::xeroSecret))
 *         .build();
 * OkHttpClient http = new OkHttpClient.Builder().addInterceptor(connection.interceptor()).build();
 * }</pre>
 */
public final class CustomConnection implements AutoCloseable {

    private final XeroEndpoints endpoints;
    private final HttpUrl api;
    private final OrganisationTokens tokens;

    private CustomConnection(XeroEndpoints endpoints, OrganisationTokens tokens) {
        this.endpoints = endpoints;
        this.api = HttpUrl.get(endpoints.api());
        this.tokens = tokens;
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
     * <p>Returns at once while there is one, and fetches another behind the callers' backs when half to three quarters of its
     * life are over. Blocks, 20 seconds at most, only where there is none; however many threads wait, Xero is asked once.
     *
     * @return the token
     * @throws TokenUnavailableException if Xero cannot be asked now
     * @throws AppRejectedException if Xero does not accept the application, or its organisation was disconnected
     * @throws XeroConfigurationException if this is closed, and there is no token at hand
     */
    public AccessToken accessToken() {
        return tokens.accessToken();
    }

    /**
     * The same for a caller with a limit of its own.
     *
     * @param atMost how long to wait, instead of 20 seconds; the request for a token goes on without its caller
     * @return the token
     * @throws XeroException what {@link #accessToken()} throws
     */
    public AccessToken accessToken(Duration atMost) {
        return tokens.accessToken(atMost);
    }

    /**
     * The same without blocking. Cancelling the future leaves the request for a token alone, and the future has no limit of
     * its own: the request has one.
     *
     * @return the token, or what {@link #accessToken()} throws; completed by a thread of the library, which what follows
     *     should not hold up
     */
    public CompletableFuture<AccessToken> accessTokenAsync() {
        return tokens.accessTokenAsync();
    }

    /**
     * An interceptor for any OkHttp client that talks to Xero's APIs: it sends the token, and after a 401 once more with
     * another. It takes the header {@code Xero-Tenant-Id} away, because a custom connection needs none. Otherwise it is as
     * {@link XeroAuth#interceptor} says.
     *
     * @return a thread-safe interceptor, which asks nothing before its first request
     */
    public Interceptor interceptor() {
        return BearerInterceptor.of(tokens, api, Waiting.real(), null);
    }

    /**
     * The same with the header {@code Xero-Tenant-Id}, for whatever wants it all the same.
     *
     * @param tenantId is sent as it is: Xero's API refuses another tenant than the app's own
     * @return a thread-safe interceptor, which asks nothing before its first request
     */
    public Interceptor interceptor(TenantId tenantId) {
        return BearerInterceptor.of(tokens, api, Waiting.real(), tenantId);
    }

    /**
     * Where Xero is.
     *
     * @return the addresses that were set, or those of Xero itself
     */
    public XeroEndpoints endpoints() {
        return endpoints;
    }

    /** Ends it at once. A token at hand is handed out after that, another one is not fetched. */
    @Override
    public void close() {
        tokens.close();
    }

    /** What a {@link CustomConnection} is made of. For one thread. */
    public static final class Builder {

        private @Nullable XeroApp app;
        private XeroEndpoints endpoints = XeroEndpoints.production();
        private TimeSource time = TimeSource.system();

        private Builder() {}

        /**
         * The app as it is registered with Xero. Required.
         *
         * @param app {@link XeroApp#customConnection} or {@link XeroApp#fromEnvironment}
         * @return this
         */
        public Builder app(XeroApp app) {
            this.app = app;
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
         * The clocks, for tests.
         *
         * @param time those of this host unless set
         * @return this
         */
        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Checks that everything is there. Asks nobody. A daemon thread reads meanwhile whom the JVM trusts, and ends.
         *
         * @return the connection, to be shared and closed at the end
         * @throws XeroConfigurationException if the app is missing, or of another kind
         */
        public CustomConnection build() {
            XeroApp built = app;
            if (built == null) {
                throw new XeroConfigurationException(
                        "Not set: app(...), such as XeroApp.customConnection(clientId, secret)");
            }
            if (built.kind() != XeroApp.Kind.CUSTOM_CONNECTION) {
                throw new XeroConfigurationException("The app is of the kind " + built.kind()
                        + ", whose users consent: use XeroAuth.builder() for it, or XeroApp.customConnection(clientId, secret)"
                        + " if it is registered as a custom connection");
            }
            TrustedAuthorities.beginToRead();
            OwnThreads threads = OwnThreads.daemons();
            TokenEndpoint endpoint = new TokenEndpoint(built, endpoints, threads, time);
            return new CustomConnection(
                    endpoints, new OrganisationTokens(endpoint::clientCredentials, time, threads, new SecureRandom()));
        }
    }
}
