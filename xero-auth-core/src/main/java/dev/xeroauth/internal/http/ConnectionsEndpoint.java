package dev.xeroauth.internal.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.DisconnectFailedException;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.XeroException;
import dev.xeroauth.XeroIOException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Xero's list of the tenants that a token reaches, and how one goes out of it. Blocks; thread-safe. */
public final class ConnectionsEndpoint {

    private static final int ATTEMPTS = 3;
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HttpUrl url;
    private final long longestList;
    /** Without a token. */
    private final OkHttpClient limited;
    /** Its calls may wait for a token, which has a limit of its own. */
    private final OkHttpClient client;

    private final Duration firstPause;

    /**
     * @param endpoints where Xero is
     * @param firstPause how long to wait before the second attempt; twice as long before the third
     */
    public ConnectionsEndpoint(XeroEndpoints endpoints, Duration firstPause) {
        this(endpoints, firstPause, Limits.USUAL);
    }

    ConnectionsEndpoint(XeroEndpoints endpoints, Duration firstPause, Limits limits) {
        this.url = Objects.requireNonNull(HttpUrl.get(endpoints.connections()));
        this.longestList = limits.bytes();
        this.client = new OkHttpClient();
        this.limited = client.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .readTimeout(SILENCE)
                .callTimeout(limits.exchange())
                .build();
        this.firstPause = firstPause;
    }

    /**
     * What a server can take up.
     *
     * @param exchange from connecting to the last byte, for a server that is slow and never silent
     * @param bytes of a list: a practice has thousands of connections, of some 300 bytes each
     */
    record Limits(Duration exchange, long bytes) {

        private static final Limits USUAL = new Limits(Duration.ofSeconds(20), 8L * 1024 * 1024);
    }

    /**
     * Reads them.
     *
     * @param bearer adds the token
     * @param consent the one whose tenants are wanted; empty: all
     * @throws ConnectionsUnavailableException if Xero does not tell, after several attempts
     * @throws dev.xeroauth.XeroException what the interceptor carries, if there is no token
     */
    public List<Connection> read(Interceptor bearer, Optional<UUID> consent) {
        HttpUrl.Builder list = url.newBuilder();
        if (consent.isPresent()) {
            list.addQueryParameter("authEventId", consent.get().toString());
        }
        Request.Builder request = new Request.Builder().url(list.build()).header("Accept", "application/json");
        return patiently(
                bearer,
                new Exchange<>(
                        request.build(),
                        response -> ConnectionsAnswer.read(response, longestList),
                        ConnectionsEndpoint::unread));
    }

    /**
     * Disconnects a tenant. One that is not connected any more counts as done.
     *
     * @param bearer adds the token
     * @throws DisconnectFailedException if Xero does not say that it is done, after several attempts
     * @throws dev.xeroauth.XeroException what the interceptor carries, if there is no token
     */
    public void delete(Interceptor bearer, ConnectionId id) {
        HttpUrl one = url.newBuilder().addPathSegment(id.toString()).build();
        Request request = new Request.Builder()
                .url(one)
                .header("Accept", "application/json")
                .delete()
                .build();
        Objects.requireNonNull(patiently(
                bearer, new Exchange<>(request, ConnectionsEndpoint::isGone, ConnectionsEndpoint::notDisconnected)));
    }

    /**
     * One request, and what its answers mean.
     *
     * @param reads empty: the status says that it was not done
     * @param problem made of a reason, a correlation id and a cause
     */
    private record Exchange<R>(Request request, Reader<R> reads, Problem problem) {}

    private interface Reader<R> {
        Optional<R> read(Response response) throws IOException;
    }

    private interface Problem {
        XeroException of(String reason, @Nullable String correlationId, @Nullable Throwable cause);
    }

    private <R> R patiently(Interceptor bearer, Exchange<R> exchange) {
        OkHttpClient once = client.newBuilder()
                .addInterceptor(bearer)
                .addInterceptor(chain -> Calls.execute(limited.newCall(chain.request())))
                .build();
        try {
            return attempt(once, exchange);
        } catch (Passing e) {
            return Again.attempt(e, firstPause, once, exchange);
        }
    }

    private static <R> R attempt(OkHttpClient once, Exchange<R> exchange) {
        try (Response response = Calls.execute(once.newCall(exchange.request()))) {
            Optional<R> done = exchange.reads().read(response);
            if (done.isPresent()) {
                return done.get();
            }
            XeroException problem = exchange.problem().of("status " + response.code(), correlationId(response), null);
            throw isWorthAnother(response) ? new Passing(problem, retryAfter(response)) : problem;
        } catch (XeroIOException e) {
            throw e.problem();
        } catch (IOException e) {
            throw new Passing(exchange.problem().of(Calls.kind(e), null, e), Optional.empty());
        }
    }

    /**
     * Whoever asks too often is told when to come back, and until then each request makes it worse. Only of too many at once Xero
     * names no time: that is over in a moment.
     */
    private static boolean isWorthAnother(Response response) {
        if (response.code() != 429) {
            return response.code() >= 500;
        }
        return response.header("Retry-After") == null
                || retryAfter(response)
                        .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0)
                        .isPresent();
    }

    private static Optional<Duration> retryAfter(Response response) {
        return response.code() == 429 ? TokenAnswer.retryAfter(response.header("Retry-After")) : Optional.empty();
    }

    /** Less than nothing: as long as after any other failure. */
    private static Duration pause(@Nullable Throwable failure) {
        return failure instanceof Passing passing && passing.retryAfter.isPresent()
                ? passing.retryAfter.get()
                : Duration.ofNanos(-1);
    }

    private static Optional<Boolean> isGone(Response response) {
        return response.isSuccessful() || response.code() == 404 ? Optional.of(true) : Optional.empty();
    }

    private static XeroException unread(String reason, @Nullable String correlationId, @Nullable Throwable cause) {
        return new ConnectionsUnavailableException(reason, correlationId, cause);
    }

    private static XeroException notDisconnected(
            String reason, @Nullable String correlationId, @Nullable Throwable cause) {
        return new DisconnectFailedException("The tenant could not be disconnected", reason, correlationId, cause);
    }

    static @Nullable String correlationId(Response response) {
        return response.header("Xero-Correlation-Id");
    }

    /** All of Failsafe stands here, so that nothing of it is loaded where the first attempt succeeds. */
    private static final class Again {

        /** @param first how that attempt failed */
        static <R> R attempt(Passing first, Duration firstPause, OkHttpClient once, Exchange<R> exchange) {
            RetryPolicy<Object> retry = RetryPolicy.<Object>builder()
                    .handle(Passing.class)
                    .withMaxAttempts(ATTEMPTS)
                    .withBackoff(firstPause, firstPause.multipliedBy(4))
                    .withDelayFnOn(context -> pause(context.getLastException()), Passing.class)
                    .build();
            AtomicReference<@Nullable Passing> untold = new AtomicReference<>(first);
            try {
                return Failsafe.with(retry).get(() -> {
                    Passing before = untold.getAndSet(null);
                    if (before != null) {
                        throw before;
                    }
                    return ConnectionsEndpoint.attempt(once, exchange);
                });
            } catch (Passing e) {
                throw e.problem;
            } catch (FailsafeException e) {
                throw exchange.problem().of("interrupted", null, e);
            }
        }
    }

    /** Worth another attempt. */
    private static final class Passing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient XeroException problem;
        private final transient Optional<Duration> retryAfter;

        /** @param retryAfter not before; empty: Xero does not say */
        Passing(XeroException problem, Optional<Duration> retryAfter) {
            super(problem);
            this.problem = problem;
            this.retryAfter = retryAfter;
        }
    }
}
