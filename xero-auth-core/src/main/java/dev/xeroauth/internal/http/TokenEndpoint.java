package dev.xeroauth.internal.http;

import dev.xeroauth.Scope;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenRefresher;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Xero's token endpoint over a client of its own, apart from the application's: it sends a request once or not at all, and
 * knows which.
 */
public final class TokenEndpoint implements TokenRefresher {

    /** How long a whole conversation with it may take. */
    public static final Duration EXCHANGE = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final XeroApp app;
    private final Executor threads;
    private final TimeSource time;
    private final String url;
    private final String revocation;
    private final OkHttpClient client;

    /**
     * @param app whose credentials are sent
     * @param endpoints where Xero is
     * @param threads who asks for the client secret
     * @param time this host's clocks
     */
    public TokenEndpoint(XeroApp app, XeroEndpoints endpoints, Executor threads, TimeSource time) {
        this.app = app;
        this.threads = threads;
        this.time = time;
        this.url = endpoints.token().toString();
        this.revocation = endpoints.revocation().toString();
        this.client = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                // An idle connection that the server closed looks like a request whose answer was lost.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(TokenEndpoint::witness)
                .build();
    }

    @Override
    public RefreshOutcome refresh(RefreshRequest request) {
        FormBody.Builder form =
                new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", request.refreshToken());
        return post(form, request.deadline());
    }

    /**
     * Exchanges the code that came back from a consent, once.
     *
     * @param redirectUri the one the consent began with
     * @param verifier the secret behind the consent's PKCE challenge
     * @return what became of it; {@link RefreshOutcome.Refused}: the code is not accepted
     */
    public RefreshOutcome exchange(String code, URI redirectUri, String verifier, Duration deadline) {
        FormBody.Builder form = new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", redirectUri.toString())
                .add("code_verifier", verifier);
        return post(form, deadline);
    }

    /**
     * Revokes a refresh token (RFC 7009), and with it at Xero all that its user has connected to the application.
     *
     * @return what stood in the way; empty: it is revoked, or was not valid any more
     */
    public Optional<RefreshOutcome> revoke(String refreshToken, Duration deadline) {
        FormBody.Builder form = new FormBody.Builder().add("token", refreshToken);
        return post(
                new Exchange<>(
                        revocation,
                        response ->
                                response.isSuccessful() ? Optional.empty() : Optional.of(TokenAnswer.read(response)),
                        Optional::of),
                form,
                deadline);
    }

    /**
     * Asks for a token of a custom connection's one organisation. Spends nothing.
     *
     * @return what became of it; {@link RefreshOutcome.Refused}: the organisation is not connected any more
     */
    public RefreshOutcome clientCredentials(Duration deadline) {
        FormBody.Builder form = new FormBody.Builder().add("grant_type", "client_credentials");
        if (!app.scopes().isEmpty()) {
            form.add("scope", app.scopes().stream().map(Scope::value).collect(Collectors.joining(" ")));
        }
        return post(form, deadline);
    }

    private RefreshOutcome post(FormBody.Builder form, Duration deadline) {
        return post(new Exchange<>(url, TokenAnswer::read, Function.identity()), form, deadline);
    }

    /**
     * Where to ask, and what comes of it.
     *
     * @param read an answer
     * @param failed none came
     */
    private record Exchange<R>(String url, Reader<R> read, Function<RefreshOutcome, R> failed) {}

    private interface Reader<R> {
        R read(Response response) throws IOException;
    }

    private <R> R post(Exchange<R> exchange, FormBody.Builder form, Duration deadline) {
        Instant beganAt = time.now();
        long began = time.nanoTime();
        Optional<String> secret;
        try {
            secret = secret(deadline.dividedBy(2));
        } catch (Throwable e) {
            return exchange.failed.apply(new RefreshOutcome.NotSent(
                    "the client secret could not be read (" + e.getClass().getSimpleName() + ")"));
        }
        Duration left = deadline.minusNanos(time.nanoTime() - began);
        if (Duration.between(beganAt, time.now()).compareTo(deadline) > 0) {
            return exchange.failed.apply(new RefreshOutcome.NotSent("the host slept"));
        }
        Sent sent = new Sent();
        Request.Builder request = new Request.Builder().url(exchange.url).header("Accept", "application/json");
        if (secret.isPresent()) {
            request.header("Authorization", basic(app.clientId(), secret.get()));
        } else {
            form.add("client_id", app.clientId());
        }
        Call call =
                client.newCall(request.post(new OneShotBody(form.build(), sent)).build());
        call.timeout().timeout(left.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = Calls.execute(call)) {
            return exchange.read.read(response);
        } catch (IOException | RuntimeException e) {
            String reason = Calls.kind(e);
            return exchange.failed.apply(
                    sent.anything ? new RefreshOutcome.Ambiguous(reason) : new RefreshOutcome.NotSent(reason));
        }
    }

    /** Whoever gives it may ask a service that hangs: the request would be late, and its thread lost. */
    private Optional<String> secret(Duration atMost) throws Throwable {
        try {
            return CompletableFuture.supplyAsync(app::clientSecret, threads)
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    /** RFC 6749, section 2.3.1: both parts are form-encoded before they are joined. */
    private static String basic(String clientId, String secret) {
        return Credentials.basic(
                URLEncoder.encode(clientId, StandardCharsets.UTF_8), URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    private static EventListener witness(Call call) {
        // Not by a tag of the request, for which OkHttp loads fifty classes of Kotlin's reflection.
        return call.request().body() instanceof OneShotBody body ? body.witness() : EventListener.NONE;
    }

    /** Notes that the first byte of a request is about to leave. Read by the thread that made the call. */
    private static final class Sent extends EventListener {
        private volatile boolean anything;

        @Override
        public void requestHeadersStart(Call call) {
            anything = true;
        }
    }
}
