package dev.xeroauth;

import dev.xeroauth.internal.consent.ConsentSeal;
import dev.xeroauth.internal.engine.BearerInterceptor;
import dev.xeroauth.internal.engine.Consents;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.Overview;
import dev.xeroauth.internal.engine.Resealing;
import dev.xeroauth.internal.engine.Tenants;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.http.TokenEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.Interceptor;

/**
 * Keeps grants connected to Xero and hands out their access tokens. One per application, shared by all threads, closed at
 * the end.
 */
public final class XeroAuth implements AutoCloseable {

    private final XeroEndpoints endpoints;
    private final Machinery machinery;
    private final Grants grants;
    private final Tenants tenants;
    private final Overview overview;
    private final Resealing resealing;
    private final ConsentFlow consent;
    private final Keeper keeper;

    XeroAuth(Parts parts) {
        this.endpoints = parts.endpoints();
        this.machinery = parts.machinery();
        this.grants = new Grants(machinery);
        this.tenants = new Tenants(machinery, grants, new ConnectionsEndpoint(endpoints, Parts.CONNECTIONS_PAUSE));
        KeeperLoop loop = new KeeperLoop(machinery, grants);
        this.keeper = new Keeper(loop);
        this.overview = new Overview(machinery, grants);
        this.resealing = new Resealing(machinery.repository(), overview);
        this.consent = new ConsentFlow(
                parts.app(),
                endpoints,
                machinery,
                parts.seal(),
                new Consents(machinery, grants, parts.tokenEndpoint()),
                tenants);
        if (parts.keeps()) {
            loop.start();
        }
    }

    /**
     * Begins.
     *
     * @return a builder with nothing set
     */
    public static XeroAuthBuilder builder() {
        return new XeroAuthBuilder();
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
     * Who looks after the grants that nobody asks for.
     *
     * @return the keeper of this process
     */
    public Keeper keeper() {
        return keeper;
    }

    /**
     * How a grant stands, for an operator who wants to know why. Reads the store and blocks as that does; asks Xero nothing
     * and changes nothing.
     *
     * @param grantId whose
     * @return what the store holds, without any token
     * @throws GrantNotFoundException if the store holds no such grant
     * @throws StoreException if the store fails, or takes longer than 20 seconds
     * @throws SealedRecordException if the grant's record cannot be opened
     * @throws XeroConfigurationException if this is closed
     */
    public GrantDescription describe(GrantId grantId) {
        return overview.describe(grantId);
    }

    /**
     * All grants in the store, in the order of their ids, those that have ended a short time ago among them. Lazy: taking an
     * element reads a page of the store where the one before is used up, on a thread of the library, and blocks meanwhile.
     * Nothing is held between two pages, so the stream need not be closed; a grant that comes or goes meanwhile may be in it
     * or not.
     *
     * @return for one use; what {@link #describe} throws of store and closing, is thrown where elements are taken
     */
    public Stream<GrantId> grants() {
        return overview.grants();
    }

    /**
     * The grants whose users have to consent again, in the order of their ids. Lazy as {@link #grants}, and dear: it reads the
     * record of every grant in the store, one after the other. A nightly job can afford that; to learn of a disconnect when it
     * happens there is {@link GrantDisconnected}. A record that cannot be opened, for want of its key, counts like any other.
     *
     * @return for one use, as {@link #grants}
     */
    public Stream<GrantId> disconnected() {
        return overview.disconnected();
    }

    /**
     * An operator insists: refreshes the grant now, though its access token may be good, whatever Xero has said so far and
     * however long the next attempt was to wait. Of use once a trouble is mended, or where Xero is thought to have erred. After a
     * user has revoked the consent it is no help: that user has to consent again.
     *
     * <p>Blocks, as {@link #accessToken(GrantId)} does, 20 seconds at most, and then as {@link #describe} does. Whether it helped
     * the description says: a refresh that fails, or is still under way, is no exception. Xero is not asked within
     * the two minutes and a quarter after the last refresh, because a request for it may still be travelling.
     *
     * @param grantId whose
     * @return how it stands then
     * @throws AppRejectedException if Xero does not accept the application, of which a grant's record says nothing
     * @throws TokenUnavailableException if this process could not do it, for want of memory for example
     * @throws XeroException what {@link #describe} throws
     */
    public GrantDescription retry(GrantId grantId) {
        return overview.retry(grantId);
    }

    /**
     * Seals every record anew that is not sealed with the ring's sealing key, so that an old key can go without waiting for the
     * grants that nobody uses. Without it every save of a grant does that for this grant. Asks Xero nothing, and disturbs no
     * refresh: what changes meanwhile is left to whoever changed it.
     *
     * <p>Goes through the whole store, one record after the other, and blocks until it is through: about two calls of the store
     * for each record that has to be sealed, and one for each other. A second call takes up what a first one has left. A record
     * that does not open stays as it is, is named in the result, and holds up no other. Thread-safe, but of no use twice at once.
     *
     * @return what came of it, and which keys are in use still
     * @throws StoreException if the store cannot list its grants, fails for five of them one after the other, or the caller is
     *     interrupted, whose flag stays set; what is done stays done
     * @throws SealedRecordException if there is no key to seal with
     * @throws XeroConfigurationException if this is closed
     */
    public ResealResult resealAll() {
        return resealing.all();
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

    record Parts(
            XeroApp app,
            XeroEndpoints endpoints,
            Machinery machinery,
            ConsentSeal seal,
            TokenEndpoint tokenEndpoint,
            boolean keeps) {

        private static final Duration CONNECTIONS_PAUSE = Duration.ofMillis(250);
    }
}
