package dev.xeroauth.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.Scope;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshOutcome.Ambiguous;
import dev.xeroauth.spi.RefreshOutcome.AppRejected;
import dev.xeroauth.spi.RefreshOutcome.Issued;
import dev.xeroauth.spi.RefreshOutcome.NotSent;
import dev.xeroauth.spi.RefreshOutcome.Refused;
import dev.xeroauth.spi.RefreshOutcome.Throttled;
import dev.xeroauth.spi.RefreshRequest;
import dev.xeroauth.spi.TimeSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {

    private static final String TOKENS = """
            {"access_token":"AT-1","refresh_token":"RT-2","expires_in":1800,"scope":"offline_access accounting.invoices"}""";

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
    void refresh_webApp_sendsBasicAndForm() throws Exception {
        answer(200, TOKENS);

        web().refresh(request());

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getMethod()).isEqualTo("POST");
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/connect/token");
        // Base64 of client:s%2Fcret
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Basic Y2xpZW50OnMlMkZjcmV0");
        assertThat(body(sent)).isEqualTo("grant_type=refresh_token&refresh_token=RT-1");
    }

    @Test
    void refresh_pkceApp_sendsTheClientIdInTheForm() throws Exception {
        answer(200, TOKENS);

        new TokenEndpoint(XeroApp.pkce("client"), endpoints(), Runnable::run, TimeSource.system()).refresh(request());

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("Authorization")).isNull();
        assertThat(body(sent)).isEqualTo("grant_type=refresh_token&refresh_token=RT-1&client_id=client");
    }

    @Test
    void refresh_tokensIssued_areRead() {
        answer(200, TOKENS);

        assertThat(web().refresh(request())).isInstanceOfSatisfying(Issued.class, issued -> {
            assertThat(issued.tokens().accessToken()).isEqualTo("AT-1");
            assertThat(issued.tokens().refreshToken()).contains("RT-2");
            assertThat(issued.tokens().lifetime()).isEqualTo(Duration.ofMinutes(30));
            assertThat(issued.tokens().scopes()).isEqualTo(Set.of("offline_access", "accounting.invoices"));
        });
    }

    @Test
    void refresh_noNewRefreshToken_isStillIssued() {
        answer(200, "{\"access_token\":\"AT-1\",\"expires_in\":1800}");

        assertThat(web().refresh(request()))
                .isInstanceOfSatisfying(
                        Issued.class,
                        issued -> assertThat(issued.tokens().refreshToken()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"expires_in\":-1", ",\"expires_in\":99999999", ",\"expires_in\":\"soon\""})
    void refresh_lifetimeMissingOrAbsurd_isFiveMinutes(String field) {
        answer(200, "{\"access_token\":\"AT-1\"" + field + "}");

        assertThat(web().refresh(request()))
                .isInstanceOfSatisfying(
                        Issued.class,
                        issued -> assertThat(issued.tokens().lifetime()).isEqualTo(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"access_token\":7}", "<html>AT-1</html>"})
    void refresh_unreadable200_isAmbiguous(String body) {
        answer(200, body);

        assertThat(web().refresh(request())).isInstanceOf(Ambiguous.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 403, 404, 408, 500, 502, 503, 504})
    void refresh_answerWithoutAKnownError_isAmbiguousAndSentOnce(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .headers(Headers.of("Retry-After", "0", "Location", "/elsewhere"))
                .body("<html>RT-1</html>")
                .build());
        answer(200, TOKENS);

        RefreshOutcome outcome = web().refresh(request());

        assertThat(outcome).isInstanceOf(Ambiguous.class);
        assertThat(outcome.toString()).contains(Integer.toString(status)).doesNotContain("RT-1");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refresh_invalidGrant_isRefused() {
        answer(400, "{\"error\":\"invalid_grant\"}");

        assertThat(web().refresh(request())).isEqualTo(new Refused("invalid_grant"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_client",
                "unauthorized_client",
                "unsupported_grant_type",
                "invalid_request",
                "invalid_scope"
            })
    void refresh_appError_isRejected(String error) {
        answer(400, "{\"error\":\"" + error + "\"}");

        assertThat(web().refresh(request())).isEqualTo(new AppRejected(error));
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "0, 0", "999999999, 172800", "-3,", "soon,", "99999999999999999999,"})
    void refresh_throttled_readsRetryAfter(String header, Long seconds) {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", header)
                .build());

        Optional<Duration> expected = Optional.ofNullable(seconds).map(Duration::ofSeconds);
        assertThat(web().refresh(request())).isEqualTo(new Throttled(expected));
    }

    @Test
    void refresh_nobodyListens_isNotSent() throws Exception {
        URI nowhere;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            nowhere = URI.create("http://localhost:" + closedAtOnce.getLocalPort());
        }

        assertThat(new TokenEndpoint(app(), XeroEndpoints.at(nowhere), Runnable::run, TimeSource.system())
                        .refresh(request()))
                .isInstanceOf(NotSent.class);
        assertThat(new TokenEndpoint(
                                app(),
                                XeroEndpoints.at(URI.create("http://no-such-host.invalid")),
                                Runnable::run,
                                TimeSource.system())
                        .refresh(request()))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void refresh_tlsFails_isNotSent() {
        URI plainServer = URI.create("https://localhost:" + server.getPort());

        assertThat(new TokenEndpoint(app(), XeroEndpoints.at(plainServer), Runnable::run, TimeSource.system())
                        .refresh(request()))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void refresh_connectionClosedAfterTheRequest_isAmbiguousAndSentOnce() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(200, TOKENS);

        assertThat(web().refresh(request())).isInstanceOf(Ambiguous.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refresh_bodyCutOff_isAmbiguous() {
        server.enqueue(new MockResponse.Builder()
                .body(TOKENS)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(web().refresh(request())).isInstanceOf(Ambiguous.class);
    }

    @Test
    void refresh_noAnswerWithinTheDeadline_isAmbiguous() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(web().refresh(new RefreshRequest(GrantId.of("customer-1"), "RT-1", Duration.ofMillis(200))))
                .isInstanceOf(Ambiguous.class);
    }

    @Test
    void refresh_secretNotToBeHad_isNotSent() {
        XeroApp app = XeroApp.web("client", () -> {
            throw new IllegalStateException("vault sealed: hunter2");
        });

        RefreshOutcome outcome =
                new TokenEndpoint(app, endpoints(), Runnable::run, TimeSource.system()).refresh(request());

        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(outcome.toString()).doesNotContain("hunter2");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refresh_secretThatNeverComes_isNotSentWithinTheDeadline() {
        CompletableFuture<String> never = new CompletableFuture<>();
        XeroApp app = XeroApp.web("client", never::join);
        TokenEndpoint endpoint = new TokenEndpoint(
                app, endpoints(), task -> CompletableFuture.runAsync(task).isDone(), TimeSource.system());

        RefreshOutcome outcome =
                endpoint.refresh(new RefreshRequest(GrantId.of("customer-1"), "RT-1", Duration.ofMillis(200)));
        never.complete("s/cret");

        assertThat(outcome)
                .isInstanceOf(NotSent.class)
                .hasToString("NotSent[reason=the client secret could not be read (TimeoutException)]");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refresh_interruptedBeforeConnecting_isNotSentAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        RefreshOutcome outcome = web().refresh(request());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void clientCredentials_scopes_areSentAndNoRefreshTokenIsMissed() throws Exception {
        answer(200, "{\"access_token\":\"AT-1\",\"expires_in\":1800}");
        XeroApp app = XeroApp.customConnection("client", () -> "s/cret", Scope.ACCOUNTING_INVOICES_READ);

        RefreshOutcome outcome = new TokenEndpoint(app, endpoints(), Runnable::run, TimeSource.system())
                .clientCredentials(Duration.ofSeconds(10));

        assertThat(outcome).isInstanceOfSatisfying(Issued.class, issued -> {
            assertThat(issued.tokens().accessToken()).isEqualTo("AT-1");
            assertThat(issued.tokens().refreshToken()).isEmpty();
        });
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/connect/token");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Basic Y2xpZW50OnMlMkZjcmV0");
        assertThat(body(sent)).isEqualTo("grant_type=client_credentials&scope=accounting.invoices.read");
    }

    @Test
    void revoke_accepted_nothingStandsInTheWay() throws Exception {
        server.enqueue(new MockResponse.Builder().code(200).build());

        assertThat(web().revoke("RT-1", Duration.ofSeconds(10))).isEmpty();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getMethod()).isEqualTo("POST");
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/connect/revocation");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Basic Y2xpZW50OnMlMkZjcmV0");
        assertThat(body(sent)).isEqualTo("token=RT-1");
    }

    @Test
    void revoke_anythingElse_saysWhatStandsInTheWay() throws Exception {
        answer(400, "{\"error\":\"invalid_client\"}");
        answer(503, "<html>RT-1</html>");

        assertThat(web().revoke("RT-1", Duration.ofSeconds(10))).contains(new AppRejected("invalid_client"));
        assertThat(web().revoke("RT-1", Duration.ofSeconds(10)))
                .get()
                .isInstanceOf(Ambiguous.class)
                .satisfies(outcome -> assertThat(outcome.toString()).doesNotContain("RT-1"));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private TokenEndpoint web() {
        return new TokenEndpoint(app(), endpoints(), Runnable::run, TimeSource.system());
    }

    private static XeroApp app() {
        return XeroApp.web("client", () -> "s/cret");
    }

    private XeroEndpoints endpoints() {
        return XeroEndpoints.at(URI.create("http://localhost:" + server.getPort()));
    }

    private static RefreshRequest request() {
        return new RefreshRequest(GrantId.of("customer-1"), "RT-1", Duration.ofSeconds(10));
    }

    private static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }
}
