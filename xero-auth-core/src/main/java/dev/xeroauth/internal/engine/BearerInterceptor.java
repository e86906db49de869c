package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroException;
import dev.xeroauth.XeroIOException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the token, and the tenant if there is one. After a 401, which is about the token that was attached, it sends the
 * request once more with another, and where scope or tenant are missing, if another process has got a newer one. Never more
 * than twice. Thread-safe.
 */
public final class BearerInterceptor implements Interceptor {

    /** For a server that has not heard of a token that was issued a moment ago. */
    private static final Duration UNTIL_XERO_KNOWS = Duration.ofMillis(500);

    private static final String AUTHORIZATION = "Authorization";
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String TENANT_ID = "Xero-Tenant-Id";

    private final HttpUrl api;
    private final Waiting waiting;
    private final TokenSource tokens;
    private final @Nullable TenantId tenantId;
    /** What the tenant is checked against, if it is. */
    private final @Nullable OwnTenant own;
    /** For the token that was attached last. */
    private volatile @Nullable Prepared prepared;

    private record Prepared(AccessToken token, Headers headers) {

        /** Shows no token. */
        @Override
        public String toString() {
            return "Prepared[" + token + "]";
        }
    }

    private BearerInterceptor(
            HttpUrl api, Waiting waiting, TokenSource tokens, @Nullable TenantId tenantId, @Nullable OwnTenant own) {
        this.api = api;
        this.waiting = waiting;
        this.tokens = tokens;
        this.tenantId = tenantId;
        this.own = own;
    }

    /** For requests to one tenant. */
    public static BearerInterceptor to(Machinery with, Grants grants, GrantId id, Tenants tenants, TenantId tenantId) {
        GrantTokens tokens = grants.kept(id);
        OwnTenant own = new OwnTenant(tokens, tenants, tenantId);
        return new BearerInterceptor(with.api(), with.waiting(), tokens, tenantId, own);
    }

    static BearerInterceptor withoutTenant(Machinery with, Grants grants, GrantId id) {
        return new BearerInterceptor(with.api(), with.waiting(), grants.of(id), null, null);
    }

    /**
     * For requests to the one organisation of a custom connection.
     *
     * @param api the one address that tokens are sent to
     * @param tenantId is sent unchecked; null: Xero needs none
     */
    public static BearerInterceptor of(
            OrganisationTokens tokens, HttpUrl api, Waiting waiting, @Nullable TenantId tenantId) {
        return new BearerInterceptor(api, waiting, tokens, tenantId, null);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            requireXero(chain.request().url());
            requireTenant(chain.call());
            return send(chain);
        } catch (XeroException e) {
            throw chain.call().isCanceled() ? new IOException("Canceled") : new XeroIOException(e);
        }
    }

    /** A token must not go astray, to an address in an answer for example. */
    private void requireXero(HttpUrl url) {
        if (!url.host().equals(api.host()) || url.port() != api.port() || url.isHttps() != api.isHttps()) {
            throw new XeroConfigurationException(
                    "A request to " + url.host() + " was about to carry a token that is for " + api.host()
                            + " alone. Use another client for it, without the interceptor");
        }
    }

    private void requireTenant(Call call) {
        if (own != null && !own.isFound()) {
            own.find(patience(call));
        }
    }

    private Response send(Chain chain) throws IOException {
        AccessToken token = token(chain.call());
        Response first = chain.proceed(bearing(token, chain.request()));
        Objection objection = Objection.of(first);
        if (objection == Objection.NONE) {
            return first;
        }
        AccessToken next = another(first, objection, token, chain.call());
        if (next == null || !canBeSentAgain(chain.request())) {
            return first;
        }
        first.close();
        boolean another = !next.value().equals(token.value());
        if (!another) {
            pause();
        }
        Response second = chain.proceed(bearing(next, chain.request()));
        // A gateway that is busy or broken says nothing of the token.
        if (another && objection.isToTheToken() && second.isSuccessful()) {
            tokens.refused().cured();
        }
        return second;
    }

    private AccessToken token(Call call) {
        AccessToken fresh = tokens.fresh();
        return fresh != null ? fresh : tokens.accessToken(patience(call));
    }

    /** A call that is cancelled, because it has taken as long as it may for example, waits no longer. */
    private static Patience patience(Call call) {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        call.addEventListener(new EventListener() {
            @Override
            public void canceled(Call it) {
                cancelled.complete(null);
            }
        });
        if (call.isCanceled()) {
            cancelled.complete(null);
        }
        return new Patience(Patience.USUAL.atMost(), cancelled);
    }

    /** Null: what Xero has answered is for the caller. */
    private @Nullable AccessToken another(Response first, Objection objection, AccessToken token, Call call) {
        if (!objection.isToTheToken()) {
            AccessToken newer = tokens.refused().newer(token, patience(call)).orElse(null);
            if (newer == null && objection == Objection.TENANT && own != null) {
                own.doubted();
            }
            return newer;
        }
        try {
            return tokens.refused()
                    .after(token, objection == Objection.TOKEN_EXPIRED, patience(call))
                    .orElse(null);
        } catch (XeroException e) {
            first.close();
            throw e;
        }
    }

    private Request bearing(AccessToken token, Request request) {
        Headers own = ownHeaders(token);
        Headers.Builder all = request.headers().newBuilder();
        all.removeAll(AUTHORIZATION).removeAll(CACHE_CONTROL).removeAll(TENANT_ID);
        return request.newBuilder().headers(all.addAll(own).build()).build();
    }

    /** OkHttp checks a header letter by letter: once for each token is enough. */
    private Headers ownHeaders(AccessToken token) {
        Prepared last = prepared;
        if (last != null && last.token().equals(token)) {
            return last.headers();
        }
        Headers.Builder headers = new Headers.Builder()
                .add(AUTHORIZATION, "Bearer " + token.value())
                // OkHttp's cache goes by the address alone, which is the same for all tenants.
                .add(CACHE_CONTROL, "no-store");
        if (tenantId != null) {
            headers.add(TENANT_ID, tenantId.toString());
        }
        Prepared next = new Prepared(token, headers.build());
        prepared = next;
        return next.headers();
    }

    private static boolean canBeSentAgain(Request request) {
        RequestBody body = request.body();
        return body == null || !(body.isOneShot() || body.isDuplex());
    }

    private void pause() throws IOException {
        try {
            waiting.pause(UNTIL_XERO_KNOWS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
