package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xeroauth.XeroApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app for one organisation: no users, no refresh tokens, no tenant header. */
class FakeCustomConnectionTest extends FakeXeroCalls {

    private static final String INVOICES = "/api.xro/2.0/Invoices?page=1&pageSize=1";

    @Test
    void token_noScope_isABearerTokenWithWhatIsTickedAndNothingToRefresh() throws IOException {
        Answered answer = ask("");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.body().path("expires_in").asInt()).isEqualTo(1800);
        assertThat(answer.text("scope")).contains("accounting.invoices").doesNotContain("offline_access");
        assertThat(answer.body().has("refresh_token")).isFalse();
        assertThat(answer.body().has("id_token")).isFalse();
        assertThat(claims(answer).path("client_id").asText())
                .isEqualTo(xero().customConnectionApp().clientId());
        assertThat(claims(answer).has("xero_userid")).isFalse();
        assertThat(claims(answer).has("sub")).isFalse();
    }

    @Test
    void token_scope_isWhatTheTokenIsGoodFor() throws IOException {
        Answered answer = ask("accounting.contacts.read");

        assertThat(answer.text("scope")).isEqualTo("accounting.contacts.read");
        assertThat(invoices(answer, "").header("WWW-Authenticate")).contains("scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offline_access", "openid", "accounting.invoices email"})
    void token_scopeOfUsers_isInvalid(String scope) throws IOException {
        assertThat(ask(scope).error()).isEqualTo("invalid_scope");
    }

    @Test
    void token_eachRequest_isAnotherTokenAndTheFirstStaysGood() throws IOException {
        Answered first = ask("");
        Answered second = ask("");

        assertThat(second.text("access_token")).isNotEqualTo(first.text("access_token"));
        assertThat(invoices(first, "").status()).isEqualTo(200);
        assertThat(invoices(second, "").status()).isEqualTo(200);
    }

    @Test
    void invoices_noTenant_areOfTheFirstOrganisation() throws IOException {
        Answered tokens = ask("");

        String none = invoicesWithoutHeader(tokens).raw();
        assertThat(none).isEqualTo(invoices(tokens, "").raw());
        assertThat(none)
                .isEqualTo(invoices(tokens, bakery().tenantId().toString()).raw());
        assertThat(none).contains(bakery().invoices().get(0).id().toString());
    }

    @Test
    void invoices_anotherTenant_areRefused() throws IOException {
        String other = new TenantPair(xero()).second().toString();

        assertThat(invoices(ask(""), other).status()).isEqualTo(403);
    }

    @Test
    void invoices_tokenOfUserWithoutTenant_areRefusedStill() throws IOException {
        Answered connected = connect();

        assertThat(invoicesWithoutHeader(connected).status()).isEqualTo(403);
        assertThat(invoices(connected, "").status()).isEqualTo(403);
    }

    @Test
    void invoices_expiredOrRefused_are401UntilAnotherTokenIsAskedFor() throws IOException {
        Answered expired = ask("");
        time.advance(Duration.ofMinutes(30));
        assertThat(invoices(expired, "").detail()).contains("TokenExpired");

        Answered refused = ask("");
        xero().refuseAccessTokens();
        assertThat(invoices(refused, "").status()).isEqualTo(401);
        assertThat(invoices(ask(""), "").status()).isEqualTo(200);
    }

    @Test
    void disconnect_itsOrganisation_endsTheTokenAndGivesNoOther() throws IOException {
        Answered tokens = ask("");

        xero().disconnect(new TenantPair(xero()).second());
        assertThat(invoices(tokens, "").status()).isEqualTo(200);
        xero().disconnect(bakery().tenantId());

        assertThat(invoices(tokens, "").status()).isEqualTo(403);
        assertThat(ask("").error()).isEqualTo("unauthorized_client");
    }

    @Test
    void revoke_firstUser_endsIt() throws IOException {
        Answered tokens = ask("");

        xero().revoke(xero().user());

        assertThat(invoices(tokens, "").status()).isEqualTo(401);
        assertThat(ask("").error()).isEqualTo("unauthorized_client");
    }

    @Test
    void connections_token_listTheOneOrganisation() throws IOException {
        JsonNode connections = get("/connections", ask("").text("access_token")).body();

        assertThat(connections.findValuesAsText("tenantId"))
                .containsExactly(bakery().tenantId().toString());
    }

    @Test
    void token_wrongKindOfApp_isUnauthorized() throws IOException {
        FormBody.Builder asPublic =
                new FormBody.Builder().add("client_id", xero().pkceApp().clientId());
        assertThat(token(credentials("").build()).error()).isEqualTo("unauthorized_client");
        assertThat(call(request()
                                .post(asPublic.add("grant_type", "client_credentials")
                                        .build())
                                .build())
                        .error())
                .isEqualTo("unauthorized_client");
        assertThat(own(codeForm(code(), CALLBACK)).error()).isEqualTo("unauthorized_client");
        assertThat(own(new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", ""))
                        .error())
                .isEqualTo("unauthorized_client");
        assertThat(own(new FormBody.Builder().add("grant_type", "password")).error())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void token_wrongSecret_isInvalidClient() throws IOException {
        String id = xero().customConnectionApp().clientId();
        Request wrong = request()
                .header("Authorization", Credentials.basic(id, "wrong"))
                .post(credentials("").build())
                .build();

        assertThat(call(wrong).error()).isEqualTo("invalid_client");
    }

    @Test
    void approve_customConnection_showsNoConsentPage() {
        String id = xero().customConnectionApp().clientId();

        assertThatIllegalStateException()
                .isThrownBy(() -> xero().approve(consentUrl(url -> url.setQueryParameter("client_id", id))))
                .withMessageContaining("custom connection");
    }

    @Test
    void app_customConnectionAddedToTheBuilder_hasTheFirstOrganisation() throws IOException {
        XeroApp app = XeroApp.customConnection("own", () -> "secret");
        try (FakeXero xero = FakeXero.builder().time(time).app(app).start()) {
            assertThat(ask(xero, app).status()).isEqualTo(200);
        }
    }

    @Test
    void start_stateFile_leavesItDisconnected(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("xero.json");
        String before;
        try (FakeXero xero = FakeXero.builder().time(time).stateFile(file).start()) {
            before = ask(xero, xero.customConnectionApp()).text("access_token");
        }
        try (FakeXero xero = FakeXero.builder().time(time).stateFile(file).start()) {
            Answered next = ask(xero, xero.customConnectionApp());
            assertThat(next.text("access_token")).isNotEmpty().isNotEqualTo(before);
            xero.disconnect(xero.organisations().get(0).tenantId());
        }
        try (FakeXero xero = FakeXero.builder().time(time).stateFile(file).start()) {
            assertThat(ask(xero, xero.customConnectionApp()).error()).isEqualTo("unauthorized_client");
        }
    }

    private Answered ask(String scope) throws IOException {
        return own(credentials(scope));
    }

    private Answered ask(FakeXero xero, XeroApp app) throws IOException {
        return call(new Request.Builder()
                .url(xero.endpoints().token().toString())
                .header("Authorization", basic(app))
                .post(credentials("").build())
                .build());
    }

    private static FormBody.Builder credentials(String scope) {
        FormBody.Builder form = new FormBody.Builder().add("grant_type", "client_credentials");
        return scope.isEmpty() ? form : form.add("scope", scope);
    }

    private Answered own(FormBody.Builder form) throws IOException {
        return call(request()
                .header("Authorization", basic(xero().customConnectionApp()))
                .post(form.build())
                .build());
    }

    private Request.Builder request() {
        return new Request.Builder().url(xero().endpoints().token().toString());
    }

    private static String basic(XeroApp app) {
        return Credentials.basic(app.clientId(), app.clientSecret().orElseThrow());
    }

    private Answered invoices(Answered tokens, String tenantId) throws IOException {
        return get(INVOICES, tokens.text("access_token"), tenantId);
    }

    private Answered invoicesWithoutHeader(Answered tokens) throws IOException {
        return call(api(tokens.text("access_token"), INVOICES, bakery())
                .removeHeader("Xero-Tenant-Id")
                .build());
    }

    private static JsonNode claims(Answered tokens) throws IOException {
        String payload = tokens.text("access_token").split("\\.", -1)[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(payload));
    }
}
