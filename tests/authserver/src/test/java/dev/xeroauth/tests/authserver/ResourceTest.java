package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.Connection;
import dev.xeroauth.TenantId;
import dev.xeroauth.tests.authserver.TokenTraffic.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A resource server that checks the tokens, behind the library's interceptor. */
class ResourceTest {

    private final Connected at = new Connected(Apps.WEB);
    private final TenantId tenantId = at.connect().onlyConnection().tenantId();
    private final List<Integer> answers = new ArrayList<>();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void interceptor_goodToken_isTaken() throws IOException {
        assertThat(ask()).contains(tenantId.toString());
        assertThat(answers).containsExactly(200);
        Line.ok("a resource server takes the interceptor's token");
    }

    @Test
    void interceptor_tokenRevoked_refreshesOnceAndSendsOnceMore() throws IOException {
        String revoked = at.token();
        at.time.advance(Duration.ofMinutes(3));
        assertThat(new ByHand(at.server).revoke(revoked).status()).isEqualTo(200);
        at.server.traffic().clear();

        assertThat(ask()).contains(tenantId.toString());

        assertThat(answers).containsExactly(401, 200);
        assertThat(at.server.traffic().exchanges()).containsExactly(new Exchange("refresh_token", 200));
        Line.ok("a 401 of the resource server is one refresh, and the request is sent once more");
    }

    @Test
    void connections_secondConsentOfTheSameUser_reachOneOrganisationMore() {
        List<Connection> both = at.connect().connections();

        assertThat(both).hasSize(2).extracting(Connection::tenantId).contains(tenantId);
        Line.ok("consents of one user add up");
    }

    private String ask() throws IOException {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(at.auth.interceptor(Connected.GRANT, tenantId))
                .addNetworkInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    answers.add(response.code());
                    return response;
                })
                .build();
        Request request = new Request.Builder()
                .url(at.server.endpoints().accounting() + "/Organisation")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
