package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake's consents, tokens and connections, and its faults. */
class FakeIdentityTest extends FakeXeroCalls {

    @Test
    void approve_consentUrl_comesBackWithCodeAndState() {
        HttpUrl back = HttpUrl.get(xero().approve(consentUrl(url -> url)));

        assertThat(back.toString()).startsWith(CALLBACK + "?");
        assertThat(back.queryParameter("code")).isNotEmpty();
        assertThat(back.queryParameter("state")).isEqualTo("state &1");
    }

    @Test
    void deny_consentUrl_comesBackWithAccessDenied() {
        HttpUrl back = HttpUrl.get(xero().deny(consentUrl(url -> url)));

        assertThat(back.queryParameter("error")).isEqualTo("access_denied");
        assertThat(back.queryParameter("state")).isEqualTo("state &1");
    }

    @Test
    void approve_wrongRequest_isAPageThatLeadsNowhere() {
        List<UnaryOperator<HttpUrl.Builder>> mistakes = List.of(
                url -> url.setQueryParameter("client_id", "nobody"),
                url -> url.setQueryParameter("redirect_uri", "http://127.0.0.1/callback"),
                url -> url.setQueryParameter("response_type", "token"),
                url -> url.setQueryParameter("scope", ""),
                url -> url.setQueryParameter("code_challenge", "x").setQueryParameter("code_challenge_method", "plain"),
                url -> url.setQueryParameter("client_id", xero().pkceApp().clientId()));

        for (UnaryOperator<HttpUrl.Builder> mistake : mistakes) {
            assertThatThrownBy(() -> xero().approve(consentUrl(mistake)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("500");
        }
    }

    @Test
    void token_codeUsedTwiceOrLateOrForAnotherAddress_isRefused() throws IOException {
        String code = code();
        assertThat(exchange(code, CALLBACK).status()).isEqualTo(200);
        assertThat(exchange(code, CALLBACK).error()).isEqualTo("invalid_grant");
        assertThat(exchange(code(), CALLBACK + "/other").error()).isEqualTo("invalid_grant");

        String late = code();
        time.advance(Duration.ofMinutes(5).plusMillis(1));
        assertThat(exchange(late, CALLBACK).error()).isEqualTo("invalid_grant");
    }

    @Test
    void token_codeWithChallenge_needsItsVerifier() throws IOException {
        // The example of RFC 7636, appendix B.
        UnaryOperator<HttpUrl.Builder> challenged =
                url -> url.setQueryParameter("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                        .setQueryParameter("code_challenge_method", "S256");
        FormBody.Builder form = codeForm(code(challenged), CALLBACK);

        assertThat(token(form.build()).error()).isEqualTo("invalid_grant");
        FormBody.Builder again = codeForm(code(challenged), CALLBACK);
        assertThat(token(again.add("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                                .build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void token_refreshed_rotatesAndTakesTheOldOneAgainFor30Minutes() throws IOException {
        Answered first = connect();
        Answered second = refresh(first.text("refresh_token"));
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(second.text("access_token")).isNotEqualTo(first.text("access_token"));
        assertThat(second.body().path("expires_in").asInt()).isEqualTo(1800);

        time.advance(Duration.ofMinutes(30));
        assertThat(refresh(first.text("refresh_token")).text("refresh_token")).isEqualTo(second.text("refresh_token"));
        time.advance(Duration.ofMillis(1));
        assertThat(refresh(first.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(refresh(second.text("refresh_token")).status()).isEqualTo(200);
        assertThat(xero().ledger().refreshes()).isEqualTo(4);
        assertThat(xero().ledger().refusedRefreshes()).isEqualTo(1);
    }

    @Test
    void token_wrongClientBodyOrGrantType_getsXerosErrors() throws IOException {
        FormBody form = new FormBody.Builder().add("grant_type", "password").build();

        assertThat(token(form).error()).isEqualTo("unsupported_grant_type");
        assertThat(token(RequestBody.create("{}", okhttp3.MediaType.get("application/json")))
                        .error())
                .isEqualTo("invalid_request");
        Request wrongSecret = new Request.Builder()
                .url(xero().endpoints().token().toString())
                .header("Authorization", Credentials.basic(xero().app().clientId(), "wrong"))
                .post(form)
                .build();
        assertThat(call(wrongSecret).error()).isEqualTo("invalid_client");
        assertThat(call(wrongSecret).status()).isEqualTo(400);
    }

    @Test
    void token_publicApp_needsNoSecret() throws IOException {
        String clientId = xero().pkceApp().clientId();
        String code = code(url -> url.setQueryParameter("client_id", clientId)
                .setQueryParameter("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .setQueryParameter("code_challenge_method", "S256"));
        FormBody form = codeForm(code, CALLBACK)
                .add("client_id", clientId)
                .add("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                .build();
        Request request = new Request.Builder()
                .url(xero().endpoints().token().toString())
                .post(form)
                .build();

        assertThat(call(request).status()).isEqualTo(200);
    }

    @Test
    void connections_twoConsents_listEachTenantOnceWithItsLastConsent() throws IOException {
        TenantPair tenants = new TenantPair(xero());
        URI first = xero().approve(consentUrl(url -> url), tenants.first());
        String token =
                exchange(HttpUrl.get(first).queryParameter("code"), CALLBACK).text("access_token");
        assertThat(get("/connections", token).body()).hasSize(1);
        URI both = xero().approve(consentUrl(url -> url));
        exchange(HttpUrl.get(both).queryParameter("code"), CALLBACK);

        JsonNode connections = get("/connections", token).body();

        assertThat(connections.findValuesAsText("tenantName"))
                .containsExactly("Orchard Lane Bakery", "Harbour Cycles & Söhne");
        assertThat(connections.get(0).path("authEventId"))
                .isEqualTo(connections.get(1).path("authEventId"));
        assertThat(connections.get(0).path("createdDateUtc").asText()).isEqualTo("2026-11-21T10:00:00.1230000");
        String event = connections.get(0).path("authEventId").asText();
        assertThat(get("/connections?authEventId=" + event, token).body()).hasSize(2);
        assertThat(get("/connections?authEventId=other", token).body()).isEmpty();
    }

    @Test
    void api_tokenAndTenant_areCheckedAsXeroDoes() throws IOException {
        String token = connect().text("access_token");
        TenantPair tenants = new TenantPair(xero());
        String path = "/api.xro/2.0/Invoices?page=1";

        assertThat(get(path, token, tenants.first().toString()).status()).isEqualTo(200);
        assertThat(get(path, "nonsense", tenants.first().toString()).detail()).isEqualTo("AuthenticationUnsuccessful");
        Answered noTenant = get(path, token, "00000000-0000-0000-0000-000000000001");
        assertThat(noTenant.status()).isEqualTo(403);
        assertThat(noTenant.correlationId()).isNotEmpty();
        xero().disconnect(tenants.first());
        assertThat(get(path, token, tenants.first().toString()).status()).isEqualTo(403);
        assertThat(get(path, token, tenants.second().toString()).status()).isEqualTo(200);
        xero().refuseAccessTokens();
        assertThat(get(path, token, tenants.second().toString()).detail()).isEqualTo("AuthenticationUnsuccessful");
    }

    @Test
    void api_tokenExpired_saysWhen() throws IOException {
        String token = connect().text("access_token");
        time.advance(Duration.ofMinutes(30));

        Answered answer = get("/connections", token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo("TokenExpired: token expired at 11/21/2026 10:30:00");
    }

    @Test
    void api_scopeMissing_saysSoInTheHeader() throws IOException {
        String code = code(url -> url.setQueryParameter("scope", "offline_access accounting.contacts"));
        String token = exchange(code, CALLBACK).text("access_token");

        Answered answer = get(
                "/api.xro/2.0/Invoices", token, new TenantPair(xero()).first().toString());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("insufficent_scope");
    }

    @Test
    void next_faults_meetOneRequestEach() throws IOException {
        Answered connected = connect();
        String first = connected.text("refresh_token");
        xero().next(Endpoint.TOKEN, Fault.dropBeforeWork(), Fault.dropAfterWork(), Fault.cutAnswer());
        xero().next(Endpoint.CONNECTIONS, Fault.tooManyRequests("minute", Duration.ofSeconds(7)));
        xero().next(Endpoint.CONNECTIONS, Fault.answer(500, "text/html", "<h1>Oops</h1>"));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> refresh(first)).isInstanceOf(IOException.class);
        }
        assertThat(xero().ledger().entries().stream()
                        .filter(entry -> entry.what().equals("refresh_token"))
                        .map(Ledger.Entry::status))
                .containsExactly(0, 200, 200);
        Answered throttled = get("/connections", connected.text("access_token"));
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).isEqualTo("7");
        assertThat(get("/connections", connected.text("access_token")).status()).isEqualTo(500);
        assertThat(get("/connections", connected.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void revocation_refreshToken_endsEverything() throws IOException {
        Answered connected = connect();
        FormBody form = new FormBody.Builder()
                .add("token", connected.text("refresh_token"))
                .build();
        Request request = new Request.Builder()
                .url(xero().endpoints().identity() + "/connect/revocation")
                .header("Authorization", basic())
                .post(form)
                .build();

        assertThat(call(request).status()).isEqualTo(200);
        assertThat(refresh(connected.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(get("/connections", connected.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void start_sameSeedAndDay_isTheSameData() {
        try (FakeXero again = FakeXero.builder()
                .time(ManualTime.at(START))
                .organisation("Orchard Lane Bakery", 250)
                .start()) {
            assertThat(again.organisations().get(0)).isEqualTo(bakery());
        }
    }

    @Test
    void start_stateFile_goesOnWhereItStopped(@TempDir Path directory) throws IOException {
        String refreshToken;
        FakeXero.Builder builder = FakeXero.builder()
                .time(time)
                .stateFile(directory.resolve("xero.json"))
                .organisation("Bakery", 20);
        try (FakeXero first = builder.start()) {
            HttpUrl back = HttpUrl.get(first.approve(consentUrl(first, url -> url)));
            refreshToken = token(
                            first,
                            codeForm(back.queryParameter("code"), CALLBACK).build())
                    .text("refresh_token");
        }
        try (FakeXero second = builder.start()) {
            Answered refreshed = refresh(second, refreshToken);
            assertThat(refreshed.status()).isEqualTo(200);
            assertThat(refreshed.text("refresh_token")).isNotEqualTo(refreshToken);
        }
    }
}
