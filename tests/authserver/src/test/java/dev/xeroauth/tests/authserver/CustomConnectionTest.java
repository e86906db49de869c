package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.CustomConnection;
import dev.xeroauth.Scope;
import dev.xeroauth.XeroApp;
import dev.xeroauth.testkit.ManualTime;
import java.io.IOException;
import java.time.Instant;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens for an app whose users nobody asks. */
class CustomConnectionTest {

    private final AuthorizationServer server = AuthorizationServer.shared();
    private final ManualTime time = ManualTime.at(Instant.now());

    @BeforeEach
    void clear() {
        server.traffic().clear();
    }

    private CustomConnection connection(XeroApp app) {
        return CustomConnection.builder()
                .app(app)
                .endpoints(server.endpoints())
                .time(time)
                .build();
    }

    @Test
    void interceptor_clientCredentials_reachTheApiWithoutATenant() throws IOException {
        try (CustomConnection connection = connection(Apps.CUSTOM_CONNECTION)) {
            String first = connection.accessToken().value();
            assertThat(ask(connection)).isEqualTo("{\"app\":\"" + Apps.CUSTOM_CONNECTION.clientId() + "\"}");

            time.advance(Connected.UNTIL_DUE);
            assertThat(connection.accessToken().value()).isNotEqualTo(first);
        }
        Line.ok("client credentials of a custom connection, twice, and an API that takes them");
    }

    @Test
    void accessToken_wrongSecretOrScopeOrKindOfApp_isRejected() {
        String id = Apps.CUSTOM_CONNECTION.clientId();
        rejected(XeroApp.customConnection(id, () -> "wrong"), "invalid_client");
        rejected(
                XeroApp.customConnection(
                        id, () -> Apps.CUSTOM_CONNECTION.clientSecret().orElseThrow(), Scope.ACCOUNTING_SETTINGS_READ),
                "invalid_scope");
        rejected(
                XeroApp.customConnection(
                        Apps.WEB.clientId(), () -> Apps.WEB.clientSecret().orElseThrow()),
                "unauthorized_client");
        Line.ok("client credentials with a wrong secret, scope or kind of app are rejected");
    }

    private void rejected(XeroApp app, String error) {
        try (CustomConnection connection = connection(app)) {
            assertThatThrownBy(connection::accessToken)
                    .isInstanceOf(AppRejectedException.class)
                    .hasMessageContaining(error);
        }
    }

    private String ask(CustomConnection connection) throws IOException {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(connection.interceptor())
                .build();
        Request request = new Request.Builder()
                .url(server.endpoints().api() + "/api.xro/2.0/Organisation")
                .build();
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
            return response.body().string();
        }
    }
}
