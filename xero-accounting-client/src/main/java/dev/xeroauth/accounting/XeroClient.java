package dev.xeroauth.accounting;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.ConsentFlow;
import dev.xeroauth.CustomConnection;
import dev.xeroauth.GrantId;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEndpoints;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
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

    /** One of the two is there. */
    private final @Nullable XeroAuth auth;

    private final @Nullable CustomConnection connection;
    private final boolean ownAuth;
    private final OkHttpClient http;
    private final boolean ownHttp;
    private final HttpUrl accounting;
    /** Makes idempotency keys. */
    private final RandomGenerator random;

    private final InstantSource clock;

    XeroClient(
            @Nullable XeroAuth auth,
            @Nullable CustomConnection connection,
            XeroEndpoints endpoints,
            XeroClientBuilder builder,
            OkHttpClient http) {
        this.auth = auth;
        this.connection = connection;
        this.ownAuth = builder.makesAuth();
        this.http = http;
        this.ownHttp = builder.makesHttp();
        this.accounting = HttpUrl.get(endpoints.accounting());
        this.random = builder.random();
        this.clock = builder.clock();
    }

    /**
     * Begins.
     *
     * @return a builder with nothing set
     */
    public static XeroClientBuilder builder() {
        return new XeroClientBuilder();
    }

    /**
     * One organisation. Asks nobody: whether the grant reaches the tenant shows at the first request.
     *
     * @param grantId the consent that reaches it
     * @param tenantId the organisation, {@link Connection#tenantId()}
     * @return a thread-safe client for it, cheap to make
     * @throws XeroConfigurationException if the app is a custom connection
     */
    public TenantClient tenant(GrantId grantId, TenantId tenantId) {
        return client(auth().interceptor(grantId, tenantId), tenantId);
    }

    /**
     * The one organisation of a custom connection. Asks nobody.
     *
     * @return a thread-safe client for it, cheap to make
     * @throws XeroConfigurationException if the app is no custom connection
     */
    public TenantClient organisation() {
        return client(customConnection().interceptor(), null);
    }

    private TenantClient client(Interceptor bearer, @Nullable TenantId tenantId) {
        OkHttpClient authorised = http.newBuilder().addInterceptor(bearer).build();
        return new TenantClient(tenantId, new ApiCalls(authorised, accounting, tenantId, random, clock));
    }

    /**
     * How a user connects.
     *
     * @return the consent flow
     * @throws XeroConfigurationException if the app is a custom connection, to which nobody consents
     */
    public ConsentFlow consent() {
        return auth().consent();
    }

    /**
     * The tenants that a grant reaches, as this process has read them from Xero, for ten minutes at most; asks Xero and blocks
     * otherwise.
     *
     * @param grantId the grant
     * @return the connections with their names
     * @throws dev.xeroauth.XeroException as {@link XeroAuth#connections} says
     */
    public List<Connection> connections(GrantId grantId) {
        return auth().connections(grantId);
    }

    /**
     * The same, asked of Xero in any case. Blocks.
     *
     * @param grantId the grant
     * @return the connections with their names
     * @throws dev.xeroauth.XeroException as {@link XeroAuth#refreshConnections} says
     */
    public List<Connection> refreshConnections(GrantId grantId) {
        return auth().refreshConnections(grantId);
    }

    /**
     * Disconnects one tenant at Xero; the others go on. Blocks.
     *
     * @param grantId the grant
     * @param connectionId {@link Connection#id()}, which is not the tenant's id
     * @throws dev.xeroauth.XeroException as {@link XeroAuth#disconnect(GrantId, ConnectionId)} says
     */
    public void disconnect(GrantId grantId, ConnectionId connectionId) {
        auth().disconnect(grantId, connectionId);
    }

    /**
     * Disconnects every tenant of a grant at Xero, and ends the grant; other grants of the same Xero user live on. Blocks.
     *
     * @param grantId the grant
     * @throws dev.xeroauth.XeroException as {@link XeroAuth#disconnect(GrantId)} says
     */
    public void disconnect(GrantId grantId) {
        auth().disconnect(grantId);
    }

    /**
     * The tokens behind this client, for Xero's other APIs.
     *
     * @return the auth that was given to the builder or made by it
     * @throws XeroConfigurationException if the app is a custom connection
     */
    public XeroAuth auth() {
        if (auth == null) {
            throw new XeroConfigurationException(
                    "A custom connection has one organisation, and neither grants nor consents:"
                            + " use organisation(), and customConnection() for its tokens");
        }
        return auth;
    }

    /**
     * The tokens behind this client if its app is a custom connection, for Xero's other APIs.
     *
     * @return the custom connection, which ends with the client
     * @throws XeroConfigurationException if the app is no custom connection
     */
    public CustomConnection customConnection() {
        if (connection == null) {
            throw new XeroConfigurationException(
                    "The app is no custom connection, so its organisations are those that users"
                            + " connect: use tenant(grantId, tenantId), or XeroApp.customConnection(clientId, secret) if it is"
                            + " registered as one");
        }
        return connection;
    }

    /** Ends what this client has made itself: an {@link XeroAuth} or an {@link OkHttpClient} given to the builder goes on. */
    @Override
    public void close() {
        if (auth != null && ownAuth) {
            auth.close();
        }
        if (connection != null) {
            connection.close();
        }
        if (ownHttp) {
            OwnHttp.close(http);
        }
    }
}
