package dev.xeroauth.examples.httpstore;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.xeroauth.GrantId;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Serves any token store to instances that know its secret. The records are sealed, so it holds no key and can read no token;
 * but whoever may write to it can lose them, so it is for a network that only the instances reach, or behind a proxy with TLS.
 *
 * <p>A grant that is not there is 204: a 404 would also come of a wrong address, and then every grant would seem to be gone.
 */
public final class TokenStoreServer implements AutoCloseable {

    private static final int DEFAULT_PORT = 8725;
    private static final int LEAST_SECRET = 32;
    private static final int THREADS = 32;
    private static final int LARGEST_BODY = 128 * 1024;

    static {
        // The JDK's server sends headers and body apart, and the body would wait for the client to acknowledge the
        // headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private record Answer(
            int status, @Nullable String body, @Nullable String tag) {
        static Answer of(int status) {
            return new Answer(status, null, null);
        }

        static Answer of(String body) {
            return new Answer(200, body, null);
        }

        static Answer written(boolean written) {
            return of(written ? 204 : 412);
        }
    }

    private final TokenStore store;
    private final InstantSource clock;
    private final byte[] authorization;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /**
     * Starts it.
     *
     * @param store what it keeps the records in
     * @param secret 32 characters or more that nobody else knows
     * @param address where to listen
     * @throws IOException if it cannot listen there
     */
    public TokenStoreServer(TokenStore store, String secret, InetSocketAddress address) throws IOException {
        if (secret.length() < LEAST_SECRET) {
            throw new IllegalArgumentException("The secret has fewer than " + LEAST_SECRET + " characters");
        }
        this.store = store;
        this.clock = store.serverClock().orElse(InstantSource.system());
        this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(address, 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Serves the file {@code token-store} in the working directory until it is ended. Environment: {@code TOKEN_STORE_SECRET}, and
     * {@code TOKEN_STORE_PORT} (8725).
     *
     * @param args none
     * @throws IOException if it cannot listen
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> environment = System.getenv();
        int port = Integer.parseInt(environment.getOrDefault("TOKEN_STORE_PORT", String.valueOf(DEFAULT_PORT)));
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + Path.of("token-store").toAbsolutePath() + ";DB_CLOSE_DELAY=-1");
        TokenStoreServer server = new TokenStoreServer(
                JdbcTokenStore.of(database).createTableIfMissing(),
                environment.getOrDefault("TOKEN_STORE_SECRET", ""),
                new InetSocketAddress(port));
        System.out.println("Serves tokens on port " + server.port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = isAllowed(exchange.getRequestHeaders()) ? answer(exchange) : Answer.of(401);
            } catch (IllegalArgumentException e) {
                answer = Answer.of(400);
            } catch (RuntimeException e) {
                // Whether it was written the store does not tell, and neither can we.
                answer = Answer.of(500);
            }
            send(exchange, answer);
        }
    }

    private boolean isAllowed(Headers headers) {
        String presented =
                Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        return MessageDigest.isEqual(presented.getBytes(StandardCharsets.UTF_8), authorization);
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Query query = Query.of(exchange.getRequestURI());
        if (path.startsWith(Wire.GRANTS + "/")) {
            return ofGrant(exchange, Wire.decoded(path.substring(Wire.GRANTS.length() + 1)));
        }
        return switch (path) {
            case Wire.GRANTS -> Answer.of(Wire.ids(store.list(query.get("after", Wire::decoded), query.limit())));
            case Wire.DUE -> Answer.of(Wire.due(due(query)));
            case Wire.TIME -> Answer.of(Wire.time(clock.instant()));
            default -> Answer.of(404);
        };
    }

    private Answer ofGrant(HttpExchange exchange, GrantId id) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        return switch (exchange.getRequestMethod()) {
            case "GET" ->
                store.find(id)
                        .map(grant -> new Answer(200, Wire.record(grant), Wire.tag(grant.revision())))
                        .orElse(Answer.of(204));
            case "PUT" -> {
                StoredGrant next = Wire.record(id, exchange.getRequestBody().readNBytes(LARGEST_BODY));
                yield Answer.written(store.replace(next, expected(headers)));
            }
            case "DELETE" -> Answer.written(store.delete(id, expected(headers)));
            default -> Answer.of(405);
        };
    }

    /** A write without a condition is refused. */
    private static Revision expected(Headers headers) {
        if (Wire.ANY.equals(headers.getFirst("If-None-Match"))) {
            return Revision.NONE;
        }
        return Wire.revision(Optional.ofNullable(headers.getFirst("If-Match")).orElse(""));
    }

    private List<Due> due(Query query) {
        Instant now = query.millis("now").orElseThrow(() -> new IllegalArgumentException("No time"));
        Due after = query.millis("afterTime")
                .flatMap(at ->
                        Optional.ofNullable(query.get("after", Wire::decoded)).map(id -> new Due(at, id)))
                .orElse(null);
        Lane lane = Optional.ofNullable(query.get("lane", Lane::valueOf))
                .orElseThrow(() -> new IllegalArgumentException("No lane"));
        return store.findDue(lane, now, after, query.limit());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.tag() != null) {
            exchange.getResponseHeaders().set("ETag", answer.tag());
        }
        String json = answer.body();
        if (json == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
