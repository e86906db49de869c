package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** One tenant disconnected by its connection's id. */
class FakeConnectionsTest extends FakeXeroCalls {

    @Test
    void delete_connection_endsOneTenantAndNotTheTokens() throws IOException {
        Answered connected = connect();
        String token = connected.text("access_token");
        String first = get("/connections", token).body().get(0).path("id").asText();

        assertThat(delete(token, first).status()).isEqualTo(204);

        assertThat(get("/connections", token).body()).hasSize(1);
        assertThat(invoices(xero(), token, 0).status()).isEqualTo(403);
        assertThat(invoices(xero(), token, 1).status()).isEqualTo(200);
        assertThat(refresh(connected.text("refresh_token")).status()).isEqualTo(200);
        assertThat(delete(token, first).status()).isEqualTo(404);
    }

    @Test
    void delete_tenantIdOrNonsense_isA404() throws IOException {
        String token = connect().text("access_token");

        assertThat(delete(token, bakery().tenantId().toString()).status()).isEqualTo(404);
        assertThat(delete(token, "nonsense").status()).isEqualTo(404);
        assertThat(delete("nonsense", "nonsense").status()).isEqualTo(401);
        assertThat(get("/connections", token).body()).hasSize(2);
    }

    @Test
    void answers_allOfThem_haveACorrelationIdOfTheirOwn() throws IOException {
        Answered connected = connect();
        String token = connected.text("access_token");
        Answered listed = get("/connections", token);
        Answered refused = invoices(xero(), "nonsense", 0);

        assertThat(connected.correlationId()).isNotEmpty().isNotEqualTo(listed.correlationId());
        assertThat(refused.correlationId()).isNotEmpty().isNotEqualTo(listed.correlationId());
    }

    private Answered delete(String token, String connectionId) throws IOException {
        Request request =
                api(token, "/connections/" + connectionId, bakery()).delete().build();
        return call(request);
    }
}
