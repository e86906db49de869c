package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.CustomConnection;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.TenantId;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.testkit.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a custom connection sends, and how it is set up. */
class CustomConnectionTest {

    private final ManualTime time = ManualTime.at(Bench.START);
    private final AtomicReference<String> secret = new AtomicReference<>("s/cret");
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CustomConnection connection(Scope... scopes) {
        return CustomConnection.builder()
                .app(XeroApp.customConnection("client", secret::get, scopes))
                .endpoints(XeroEndpoints.at(server.url("/").uri()))
                .time(time)
                .build();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    /** As Xero does: without a refresh token. */
    private void issue(String token) {
        answer(200, "{\"access_token\":\"" + token + "\",\"expires_in\":1800,\"token_type\":\"Bearer\"}");
    }

    @Test
    void accessToken_noScopes_sendsNone() throws Exception {
        issue("AT-1");
        try (CustomConnection connection = connection()) {
            assertThat(connection.accessToken().value()).isEqualTo("AT-1");
        }
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getMethod()).isEqualTo("POST");
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/connect/token");
        // Base64 of client:s%2Fcret
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Basic Y2xpZW50OnMlMkZjcmV0");
        assertThat(body(sent)).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void accessToken_scopes_areSentSorted() throws Exception {
        issue("AT-1");
        try (CustomConnection connection = connection(Scope.ACCOUNTING_SETTINGS_READ, Scope.ACCOUNTING_INVOICES_READ)) {
            connection.accessToken();
        }
        assertThat(body(server.takeRequest()))
                .isEqualTo("grant_type=client_credentials&scope=accounting.invoices.read+accounting.settings.read");
    }

    @Test
    void accessToken_secretRotated_isAskedForEachTime() throws Exception {
        answer(400, "{\"error\":\"invalid_client\"}");
        issue("AT-1");
        try (CustomConnection connection = connection()) {
            assertThatThrownBy(connection::accessToken)
                    .isInstanceOf(AppRejectedException.class)
                    .message()
                    .doesNotContain("s/cret");
            secret.set("another");
            time.advance(Duration.ofSeconds(10));

            assertThat(connection.accessToken().value()).isEqualTo("AT-1");
        }
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic Y2xpZW50OmFub3RoZXI=");
    }

    @Test
    void accessToken_secretNotToBeHad_asksNobody() {
        secret.set(null);
        try (CustomConnection connection = connection()) {
            assertThatThrownBy(connection::accessToken)
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContaining("secret could not be read");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void interceptor_noTenant_sendsNoHeaderAndTakesAnotherOnesAway() throws Exception {
        issue("AT-1");
        answer(200, "{}");
        try (CustomConnection connection = connection()) {
            assertThat(status(connection.interceptor())).isEqualTo(200);
        }
        server.takeRequest();
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer AT-1");
        assertThat(sent.getHeaders().get("Xero-Tenant-Id")).isNull();
    }

    @Test
    void interceptor_tenant_sendsItUnchecked() throws Exception {
        TenantId tenant = TenantId.of("6f0f3b43-55d6-4a0c-8f0d-1d1f3fb8a001");
        issue("AT-1");
        answer(200, "{}");
        try (CustomConnection connection = connection()) {
            assertThat(status(connection.interceptor(tenant))).isEqualTo(200);
        }
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Xero-Tenant-Id")).isEqualTo(tenant.toString());
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private int status(Interceptor interceptor) throws IOException {
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(interceptor).build();
        Request request = new Request.Builder()
                .url(server.url("/api.xro/2.0/Organisation"))
                .header("Xero-Tenant-Id", "something else")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    @Test
    void interceptor_anotherHost_isRefusedBeforeTheTokenIsAttached() {
        try (CustomConnection connection = connection()) {
            OkHttpClient client = new OkHttpClient.Builder()
                    .addInterceptor(connection.interceptor())
                    .build();
            Request elsewhere =
                    new Request.Builder().url("http://127.0.0.1:9/elsewhere").build();

            assertThatThrownBy(() -> client.newCall(elsewhere).execute()).hasMessageContaining("127.0.0.1");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void build_noApp_saysWhatIsMissing() {
        assertThatThrownBy(() -> CustomConnection.builder().build())
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("app(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "pkce"})
    void build_appOfAnotherKind_saysWhatToUse(String kind) {
        XeroApp app = kind.equals("web") ? XeroApp.web("client", secret::get) : XeroApp.pkce("client");

        assertThatThrownBy(() -> CustomConnection.builder().app(app).build())
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContainingAll(kind, "XeroAuth.builder()");
    }

    @Test
    void build_authForACustomConnection_saysWhatToUse() {
        assertThatThrownBy(() -> XeroAuth.builder()
                        .app(XeroApp.customConnection("client", secret::get))
                        .tokenStore(new InMemoryTokenStore())
                        .build())
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContainingAll("CustomConnection.builder()", "XeroClient.organisation()");
    }

    private static String body(RecordedRequest sent) {
        ByteString body = sent.getBody();
        return body == null ? "" : body.utf8();
    }
}
