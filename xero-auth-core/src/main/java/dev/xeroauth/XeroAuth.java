package dev.xeroauth;

import dev.xeroauth.internal.consent.ConsentSeal;
import dev.xeroauth.internal.engine.BearerInterceptor;
import dev.xeroauth.internal.engine.Consents;
import dev.xeroauth.internal.engine.Disconnects;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.Imports;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.Overview;
import dev.xeroauth.internal.engine.Resealing;
import dev.xeroauth.internal.engine.SameUser;
import dev.xeroauth.internal.engine.Tenants;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.internal.identity.IdTokens;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final Overview overview;
    private final SameUser sameUser;
    private final Disconnects disconnects;
    private final Imports imports;
    private final Resealing resealing;
    private final ConsentFlow consent;
    private final Keeper keeper;

    XeroAuth(Parts parts) {
        this.endpoints = parts.endpoints();
        this.machinery = parts.machinery();
        this.grants = new Grants(machinery);
        ConnectionsEndpoint connections = new ConnectionsEndpoint(endpoints, Parts.CONNECTIONS_PAUSE);
        this.tenants = new Tenants(machinery, grants, connections);
        KeeperLoop loop = new KeeperLoop(machinery, grants, tenants::finishConsent);
        this.keeper = new Keeper(loop);
        this.overview = new Overview(machinery, grants);
        this.sameUser = new SameUser(machinery, overview);
        this.disconnects = new Disconnects(machinery, grants, tenants, sameUser, connections, parts.tokenEndpoint());
        this.imports = new Imports(
                machinery, grants, overview, tenants, connections, parts.app().clientId());
        this.resealing = new Resealing(machinery.repository(), overview);
        this.consent = new ConsentFlow(
                parts.app(),
                endpoints,
                machinery,
                parts.seal(),
                new Consents(machinery, grants, parts.tokenEndpoint()),
                tenants,
                parts.identity());
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
     * The tenants that the grant reaches: those of its own consents, although Xero's token may reach more of the same user. As
     * this process has read them from Xero, for ten minutes at most; then, and where it has not, it asks Xero and blocks.
     *
     * @param grantId whose
     * @return the connections with their names
     * @throws ConnectionsUnavailableException if Xero does not tell
     * @throws XeroException what {@link #accessToken(GrantId)} throws
     */
    public List<Connection> connections(GrantId grantId) {
        return tenants.remembered(grantId);
    }

    /**
     * The same, asked of Xero in any case, and kept: of use where a user has changed something at Xero a moment ago. What the
     * grant reaches never becomes more by it than its own consents allow. Blocks.
     *
     * @param grantId whose
     * @return the connections with their names
     * @throws ConnectionsUnavailableException if Xero does not tell
     * @throws XeroException what {@link #accessToken(GrantId)} throws
     */
    public List<Connection> refreshConnections(GrantId grantId) {
        return tenants.read(grantId);
    }

    /**
     * Disconnects one tenant at Xero ({@code DELETE /connections/{id}}); the grant and its other tenants go on. Another grant of
     * the same Xero user that reaches the same tenant loses it too. One that is disconnected already counts as done. Blocks.
     *
     * @param grantId whose
     * @param connectionId {@link Connection#id()}, which is not the tenant's id
     * @throws IllegalArgumentException if it is none of the grant's own
     * @throws DisconnectFailedException if Xero does not say that it is done
     * @throws XeroException what {@link #accessToken(GrantId)} throws
     */
    public void disconnect(GrantId grantId, ConnectionId connectionId) {
        disconnects.disconnect(grantId, connectionId);
    }

    /**
     * The customer leaves: disconnects every tenant of the grant's own consents at Xero, one after the other, and ends the grant,
     * whose tokens go from the store. Other grants of the same Xero user live on, which {@link #revoke} would end. Where Xero
     * accepts no token of the grant any more, it is ended here alone. Another process may hand out the access token that it has
     * until that is over, half an hour at most. Blocks.
     *
     * @param grantId whose
     * @throws GrantNotFoundException if there is no such grant, or it has ended
     * @throws DisconnectFailedException if Xero does not say that a tenant is disconnected; what is done stays done, and the grant
     *     lives: do it again
     * @throws XeroException what {@link #accessToken(GrantId)} throws
     */
    public void disconnect(GrantId grantId) {
        disconnects.disconnect(grantId);
    }

    /**
     * Revokes a grant at Xero and ends it here. <b>Xero ends with it everything that the same Xero user has connected to the
     * application</b>, for other customers too: {@link #grantsOfSameUser} says what that is beforehand, and {@link
     * #disconnect(GrantId)} leaves it alone. Goes through the whole store to name them, and blocks.
     *
     * @param grantId whose
     * @return the grants that have ended with it
     * @throws GrantNotFoundException if there is no such grant, or it has ended
     * @throws DisconnectFailedException if Xero does not say that it is done; the grant lives: do it again
     * @throws AppRejectedException if Xero does not accept the application
     * @throws StoreException if the store fails
     * @throws SealedRecordException if the grant's record cannot be opened
     */
    public Revocation revoke(GrantId grantId) {
        return disconnects.revoke(grantId);
    }

    /**
     * The other grants of the Xero user who consented to this one: a bookkeeper connects several customers. Goes through the
     * whole store and opens every record; one that does not open is not among them. Blocks.
     *
     * @param grantId whose
     * @return those that live, in the order of their ids; empty if Xero named no user
     * @throws StoreException if the store fails
     * @throws SealedRecordException if the grant's own record cannot be opened
     */
    public List<GrantId> grantsOfSameUser(GrantId grantId) {
        return sameUser.as(grantId).grants();
    }

    /**
     * Makes a grant of tokens that another library or tool has obtained for the same app: stores them, refreshes them at once, so
     * that nobody else's use of them goes unnoticed, and reads their tenants: those of the consent that the tokens name, although
     * they may reach more. Stop whoever has refreshed them until now. An import that did not come to its end goes on where it is
     * called again, with the tokens that it has by then. Blocks.
     *
     * @param grantId the grant to be made; one that has ended may have had that id
     * @param tokens with a refresh token; {@link TokenSet#ofRefreshToken} where there is no more
     * @return how the grant stands; where Xero could not be asked, with the reason, and the keeper asks again
     * @throws IllegalArgumentException if there is no refresh token
     * @throws TokenImportException if Xero does not accept them, they are another app's, or there is a grant of that id
     * @throws XeroException what {@link #retry} and {@link #connections} throw
     */
    public GrantDescription importTokens(GrantId grantId, TokenSet tokens) {
        return imports.tokens(grantId, tokens, Optional.empty());
    }

    /**
     * The same for tokens that reach the tenants of several customers, or came of several consents: the grant gets these and no
     * others.
     *
     * @param grantId see {@link #importTokens(GrantId, TokenSet)}
     * @param tokens see {@link #importTokens(GrantId, TokenSet)}
     * @param tenants which of the tenants that Xero lists are the grant's
     * @return how the grant stands; its connections say which of the tenants were found
     * @throws XeroException what {@link #importTokens(GrantId, TokenSet)} throws
     */
    public GrantDescription importTokens(GrantId grantId, TokenSet tokens, Set<TenantId> tenants) {
        return imports.tokens(grantId, tokens, Optional.of(Set.copyOf(tenants)));
    }

    /** For {@link InsecureTokenExport}. */
    TokenSet tokens(GrantId grantId) {
        return overview.tokens(grantId);
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

        /** Made when it is wanted first. */
        Supplier<IdTokens> identity() {
            AtomicReference<@Nullable IdTokens> made = new AtomicReference<>();
            return () -> Objects.requireNonNull(made.updateAndGet(
                    it -> it != null ? it : new IdTokens(endpoints, app.clientId(), machinery.sharedTime())));
        }
    }
}
