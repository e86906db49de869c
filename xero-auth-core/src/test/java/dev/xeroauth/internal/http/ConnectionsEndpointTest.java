package dev.xeroauth.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.DisconnectFailedException;
import dev.xeroauth.XeroEndpoints;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Interceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that takes its time, sends too much, or wants to be left alone. */
class ConnectionsEndpointTest {

    private static final String LIST = """
            [{"id":"5f7cb3b5-6a3a-4d6a-9a6a-6f0d1f3f5a11","tenantId":"fe79f7dd-b6d4-4a92-ba7b-538af6289c58",\
            "tenantType":"ORGANISATION","tenantName":"Orchard Lane Bakery"}]""";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration AN_EXCHANGE = Duration.ofSeconds(1);
    private static final Interceptor NO_TOKEN = chain -> chain.proceed(chain.request());

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void read_bodyAsLongAsItMayBe_isRead() {
        enqueue(answer(200).body(LIST));

        assertThat(read(LIST.length())).hasSize(1);
    }

    @Test
    void read_bodyTooLong_isUnreadableAndNotAskedForAgain() {
        enqueue(answer(200).body(LIST));

        assertThatThrownBy(() -> read(LIST.length() - 1))
                .isInstanceOf(ConnectionsUnavailableException.class)
                .hasMessageContaining("unreadable")
                .hasMessageNotContaining("Bakery");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void read_bodyThatDripsWithoutEnd_isGivenUpThreeTimes() {
        for (int i = 0; i < 3; i++) {
            enqueue(answer(200).body(" ".repeat(1000) + LIST).throttleBody(1, 200, TimeUnit.MILLISECONDS));
        }

        assertThatThrownBy(() -> read(10_000)).isInstanceOf(ConnectionsUnavailableException.class);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void read_tokenTakesLongerThanAnExchangeMay_isWaitedFor() {
        enqueue(answer(200).body(LIST));
        Interceptor slowToken = chain -> {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 2 * AN_EXCHANGE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return chain.proceed(chain.request());
        };

        assertThat(endpoint(10_000).read(slowToken, Optional.empty())).hasSize(1);
    }

    @Test
    void read_isToComeBackInASecond_doesSoThen() {
        enqueue(answer(429).setHeader("Retry-After", "1"));
        enqueue(answer(200).body(LIST));
        long began = System.nanoTime();

        assertThat(read(10_000)).hasSize(1);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "68400", "soon", ""})
    void read_isToComeBackLaterOrAtNoKnownTime_isNotRepeated(String retryAfter) {
        enqueue(answer(429).setHeader("Retry-After", retryAfter));
        enqueue(answer(200).body(LIST));

        assertThatThrownBy(() -> read(10_000))
                .isInstanceOf(ConnectionsUnavailableException.class)
                .hasMessageContaining("status 429");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void read_tooManyAtOnce_isRepeatedAMomentLater() {
        enqueue(answer(429));
        enqueue(answer(200).body(LIST));

        assertThat(read(10_000)).hasSize(1);
    }

    @Test
    void read_serverFails_isRepeatedWhateverItsRetryAfter() {
        enqueue(answer(500).setHeader("Retry-After", "3600"));
        enqueue(answer(200).body(LIST));

        assertThat(read(10_000)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "6, 1"})
    void delete_tooManyRequests_isRepeatedIfItIsToComeBackSoon(String retryAfter, int requests) {
        enqueue(answer(429).setHeader("Retry-After", retryAfter));
        enqueue(answer(429).setHeader("Retry-After", "3600"));

        assertThatThrownBy(() -> endpoint(10_000).delete(NO_TOKEN, new ConnectionId(new UUID(1, 1))))
                .isInstanceOf(DisconnectFailedException.class)
                .hasMessageContaining("status 429");
        assertThat(server.getRequestCount()).isEqualTo(requests);
    }

    private void enqueue(MockResponse.Builder answer) {
        server.enqueue(answer.build());
    }

    private static MockResponse.Builder answer(int status) {
        return new MockResponse.Builder().code(status);
    }

    private List<Connection> read(long longest) {
        return endpoint(longest).read(NO_TOKEN, Optional.empty());
    }

    private ConnectionsEndpoint endpoint(long longest) {
        XeroEndpoints endpoints = XeroEndpoints.at(URI.create("http://localhost:" + server.getPort()));
        return new ConnectionsEndpoint(endpoints, FIRST_PAUSE, new ConnectionsEndpoint.Limits(AN_EXCHANGE, longest));
    }
}
