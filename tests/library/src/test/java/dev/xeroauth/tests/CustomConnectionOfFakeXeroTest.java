package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.AppRejectedException;
import dev.xeroauth.CustomConnection;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroApp;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.ManualTime;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A custom connection and a whole Xero. */
class CustomConnectionOfFakeXeroTest {

    private final ManualTime time = ManualTime.at(Bench.START);

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .time(time)
            .organisation("Orchard Lane Bakery", 10)
            .organisation("Harbour Cycles", 10)
            .start());

    private CustomConnection connection;

    @BeforeEach
    void build() {
        connection = CustomConnection.builder()
                .app(fake.get().customConnectionApp())
                .endpoints(fake.get().endpoints())
                .time(time)
                .build();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void accessToken_fromXero_isGoodForItsOrganisationAlone() throws IOException {
        AccessToken token = connection.accessToken();

        assertThat(connection.accessToken().value()).isEqualTo(token.value());
        assertThat(status(connection.interceptor())).isEqualTo(200);
        assertThat(status(connection.interceptor(tenant(0)))).isEqualTo(200);
        assertThat(status(connection.interceptor(tenant(1)))).isEqualTo(403);
    }

    @Test
    void accessToken_expired_isReplacedBeforeXeroRefusesIt() throws IOException {
        String first = connection.accessToken().value();
        time.advance(Duration.ofMinutes(30));

        assertThat(connection.accessToken().value()).isNotEqualTo(first);
        assertThat(status(connection.interceptor())).isEqualTo(200);
    }

    @Test
    void interceptor_refusedByXero_isCuredByAnotherToken() throws IOException {
        String first = connection.accessToken().value();
        time.advance(Duration.ofMinutes(5));
        fake.get().refuseAccessTokens();

        assertThat(status(connection.interceptor())).isEqualTo(200);
        assertThat(connection.accessToken().value()).isNotEqualTo(first);
    }

    @Test
    void accessToken_organisationDisconnected_isRejectedOnceTheTokenIsOver() throws IOException {
        connection.accessToken();
        fake.get().disconnect(tenant(0));

        assertThat(status(connection.interceptor())).isEqualTo(403);
        time.advance(Duration.ofMinutes(30));
        assertThatThrownBy(connection::accessToken)
                .isInstanceOf(AppRejectedException.class)
                .hasMessageContaining("disconnected");
    }

    @Test
    void accessToken_appWithUsers_isRejected() {
        try (CustomConnection wrong = CustomConnection.builder()
                .app(XeroApp.customConnection(
                        fake.get().app().clientId(),
                        () -> fake.get().app().clientSecret().orElseThrow()))
                .endpoints(fake.get().endpoints())
                .time(time)
                .build()) {
            assertThatThrownBy(wrong::accessToken)
                    .isInstanceOf(AppRejectedException.class)
                    .hasMessageContaining("unauthorized_client");
        }
    }

    private TenantId tenant(int index) {
        return fake.get().organisations().get(index).tenantId();
    }

    private int status(Interceptor interceptor) throws IOException {
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(interceptor).build();
        Request request = new Request.Builder()
                .url(fake.get().endpoints().accounting() + "/Invoices?page=1")
                .header("Accept", "application/json")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }
}
