package dev.xeroauth.examples.httpstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract cannot bring about: servers that are down, slow, wrong or strict. */
class HttpTokenStoreTest {

    private static final String SECRET = "only-the-instances-know-this-one!";
    private static final GrantId ID = GrantId.of("customer-42");
    private static final Revision SOME = Revision.random(new SecureRandom());
    private static final StoredGrant GRANT = new StoredGrant(
            ID, SOME, GrantStatus.CONNECTED, Lane.ROUTINE, Optional.empty(), SealedRecord.of(new byte[] {1}));

    private static TokenStore at(int port) {
        return new HttpTokenStore(URI.create("http://localhost:" + port), SECRET, Duration.ofMillis(500));
    }

    private static void everyCallThrows(TokenStore store) {
        List<Callable<Object>> calls = List.of(
                () -> store.find(ID),
                () -> store.replace(GRANT, SOME),
                () -> store.replace(GRANT, Revision.NONE),
                () -> store.delete(ID, SOME),
                () -> store.findDue(Lane.ROUTINE, Instant.EPOCH, null, 1),
                () -> store.list(null, 1),
                () -> store.serverClock().orElseThrow().instant());
        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call::call)
                        .isInstanceOf(StoreException.class)
                        .hasMessageNotContaining(SECRET));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 301, 400, 401, 404, 409, 429, 500, 502, 503, 504})
    void anyCall_answerThatWasNotAskedFor_throws(int status) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            for (int call = 0; call < 7; call++) {
                server.enqueue(new MockResponse.Builder()
                        .code(status)
                        .setHeader("Location", "/")
                        .build());
            }
            server.start();

            everyCallThrows(at(server.getPort()));
        }
    }

    @Test
    void anyCall_bodyThatMeansNothing_throws() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            for (int call = 0; call < 7; call++) {
                server.enqueue(new MockResponse.Builder().body("{}").build());
            }
            server.start();

            everyCallThrows(at(server.getPort()));
        }
    }

    @Test
    void anyCall_nobodyListens_throws() throws IOException {
        MockWebServer server = new MockWebServer();
        server.start();
        int port = server.getPort();
        server.close();

        everyCallThrows(at(port));
    }

    @Test
    void replace_answerIsLost_throwsAndIsSentOnce() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
            server.enqueue(new MockResponse.Builder().code(412).build());
            server.start();
            TokenStore store = at(server.getPort());

            assertThatThrownBy(() -> store.replace(GRANT, SOME)).isInstanceOf(StoreException.class);

            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void replace_serverAsksToComeAgainAtOnce_throwsAndIsSentOnce() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .setHeader("Retry-After", "0")
                    .build());
            server.enqueue(new MockResponse.Builder().code(412).build());
            server.start();
            TokenStore store = at(server.getPort());

            assertThatThrownBy(() -> store.replace(GRANT, SOME)).isInstanceOf(StoreException.class);

            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    @Timeout(8)
    void anyCall_serverIsSilent_throwsWithinItsPatience() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            server.start();
            TokenStore store = at(server.getPort());

            assertThatThrownBy(() -> store.replace(GRANT, SOME)).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void anyCall_anotherSecret_throwsAndChangesNothing() throws IOException {
        TokenStore behind = new InMemoryTokenStore();
        try (TokenStoreServer server = new TokenStoreServer(behind, SECRET + "?", loopback())) {
            everyCallThrows(at(server.port()));
        }
        assertThat(behind.list(null, 1)).isEmpty();
    }

    @Test
    void anyCall_storeOfTheServerFails_throws() throws IOException {
        TokenStore broken = at(1);
        try (TokenStoreServer server = new TokenStoreServer(broken, SECRET, loopback())) {
            everyCallThrows(at(server.port()));
        }
    }

    @Test
    void server_shortSecret_isRefused() {
        assertThatThrownBy(() -> new TokenStoreServer(new InMemoryTokenStore(), "short", loopback()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void serverClock_asked_isTheServers() throws IOException {
        try (TokenStoreServer server = new TokenStoreServer(new InMemoryTokenStore(), SECRET, loopback())) {
            assertThat(at(server.port()).serverClock().orElseThrow().instant())
                    .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
