package dev.xeroauth.examples.httpstore;

import dev.xeroauth.GrantId;
import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Grants in a {@link TokenStoreServer}, for any number of instances. Writes are conditional requests: {@code If-Match} names the
 * revision to be replaced, {@code If-None-Match: *} creates. 412 is the server's word that nothing was written, and is false;
 * whatever else is not the answer that was asked for is an exception, because nobody knows then what was written.
 *
 * <p>Thread-safe. Blocks for ten seconds at most.
 */
public final class HttpTokenStore implements TokenStore {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int OK = 200;
    private static final int NOTHING = 204;
    private static final int HAS_CHANGED = 412;

    private final HttpUrl server;
    private final String authorization;
    private final OkHttpClient http;

    /**
     * Asks nobody yet.
     *
     * @param server such as {@code http://tokens.internal:8725}
     * @param secret what the server knows its clients by
     */
    public HttpTokenStore(URI server, String secret) {
        this(server, secret, PATIENCE);
    }

    HttpTokenStore(URI server, String secret, Duration patience) {
        this.server = Objects.requireNonNull(HttpUrl.get(server), "not an http address");
        this.authorization = "Bearer " + secret;
        this.http = new OkHttpClient.Builder()
                .callTimeout(patience)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addNetworkInterceptor(HttpTokenStore::once)
                .build();
    }

    /** OkHttp sends again by itself, after a 503 for one, and 412 would then be said of what we wrote ourselves. */
    private static Response once(Interceptor.Chain chain) throws IOException {
        AtomicBoolean sent = Objects.requireNonNull(chain.request().tag(AtomicBoolean.class));
        if (sent.getAndSet(true)) {
            throw new IOException("The first attempt was not answered as it should be, and is not repeated here");
        }
        return chain.proceed(chain.request());
    }

    private interface Reading<R> {
        R of(Response answer, byte[] body) throws IOException;
    }

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        return asked(
                new Request.Builder().url(at(id)),
                Set.of(OK, NOTHING),
                (answer, body) -> answer.code() == NOTHING ? Optional.empty() : Optional.of(grant(id, answer, body)));
    }

    private static StoredGrant grant(GrantId id, Response answer, byte[] body) throws IOException {
        StoredGrant grant = Wire.record(id, body);
        if (!Wire.tag(grant.revision()).equals(answer.header("ETag"))) {
            throw new IOException("The entity tag is not that of the record");
        }
        return grant;
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        Request.Builder put = new Request.Builder().url(at(next.id())).put(RequestBody.create(Wire.record(next), JSON));
        return written(put, expected);
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        // No record carries NONE.
        return !expected.equals(Revision.NONE)
                && written(new Request.Builder().url(at(id)).delete(), expected);
    }

    private boolean written(Request.Builder request, Revision expected) {
        Request.Builder conditional = expected.equals(Revision.NONE)
                ? request.header("If-None-Match", Wire.ANY)
                : request.header("If-Match", Wire.tag(expected));
        return asked(conditional, Set.of(NOTHING, HAS_CHANGED), (answer, body) -> answer.code() == NOTHING);
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        HttpUrl.Builder url = page(Wire.DUE, limit)
                .addQueryParameter("lane", lane.name())
                .addQueryParameter("now", String.valueOf(now.toEpochMilli()));
        if (after != null) {
            url.addQueryParameter("afterTime", String.valueOf(after.dueAt().toEpochMilli()))
                    .addQueryParameter("after", Wire.encoded(after.id()));
        }
        return asked(new Request.Builder().url(url.build()), Set.of(OK), (answer, body) -> Wire.due(body));
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        HttpUrl.Builder url = page(Wire.GRANTS, limit);
        if (after != null) {
            url.addQueryParameter("after", Wire.encoded(after));
        }
        return asked(new Request.Builder().url(url.build()), Set.of(OK), (answer, body) -> Wire.ids(body));
    }

    @Override
    public Optional<InstantSource> serverClock() {
        return Optional.of(() -> asked(
                new Request.Builder()
                        .url(server.newBuilder().encodedPath(Wire.TIME).build()),
                Set.of(OK),
                (answer, body) -> Wire.time(body)));
    }

    private HttpUrl at(GrantId id) {
        return server.newBuilder()
                .encodedPath(Wire.GRANTS + "/" + Wire.encoded(id))
                .build();
    }

    private HttpUrl.Builder page(String path, int limit) {
        return server.newBuilder().encodedPath(path).addQueryParameter("limit", String.valueOf(limit));
    }

    private <R> R asked(Request.Builder unsigned, Set<Integer> expected, Reading<R> reading) {
        Request request = unsigned.header("Authorization", authorization)
                .header("Accept-Encoding", "identity")
                .tag(AtomicBoolean.class, new AtomicBoolean())
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!expected.contains(response.code())) {
                throw failed(request, "answered " + response.code(), null);
            }
            try (ResponseBody body = response.body()) {
                return reading.of(response, body.bytes());
            }
        } catch (StoreException e) {
            throw e;
        } catch (Exception e) {
            // Not only an IOException: OkHttp lets an InterruptedException through without declaring it.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw failed(request, "did not answer, or not as it should", e);
        }
    }

    private StoreException failed(Request request, String how, @Nullable Exception cause) {
        return new StoreException(
                "The token store at " + server + " " + how + " to a " + request.method()
                        + ". Check its address, that it is up, and that both sides have the same secret",
                cause);
    }
}
