package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.XeroApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several apps at one fake: none can use what belongs to another. */
class FakeAppsTest extends FakeXeroCalls {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    @Test
    void token_codeOfAnotherApp_isRefused() throws IOException {
        FormBody form = codeForm(code(FakeAppsTest::challenged), CALLBACK)
                .add("client_id", xero().pkceApp().clientId())
                .add("code_verifier", VERIFIER)
                .build();

        assertThat(withoutSecret(form).error()).isEqualTo("invalid_grant");
    }

    @Test
    void token_refreshTokenOfAnotherApp_isRefusedAndStaysGood() throws IOException {
        String own = connect().text("refresh_token");

        assertThat(refreshPublic(own).error()).isEqualTo("invalid_grant");
        assertThat(refresh(own).status()).isEqualTo(200);
        assertThat(xero().ledger().presentations())
                .extracting(Ledger.Presentation::issued)
                .containsExactly(-1, 1);
    }

    @Test
    void token_publicApp_refreshesWithItsIdInTheBodyAndNotWithBasic() throws IOException {
        String own = connectPublic().text("refresh_token");
        FormBody form = refreshForm(own).build();

        assertThat(withoutSecret(form).error()).isEqualTo("invalid_client");
        assertThat(basic(Credentials.basic(xero().pkceApp().clientId(), ""), form)
                        .error())
                .isEqualTo("invalid_client");
        assertThat(refreshPublic(own).status()).isEqualTo(200);
    }

    @Test
    void token_webAppWithoutItsSecret_isInvalidClient() throws IOException {
        String own = connect().text("refresh_token");
        FormBody form = refreshForm(own)
                .add("client_id", xero().app().clientId())
                .add("client_secret", xero().app().clientSecret().orElseThrow())
                .build();

        assertThat(withoutSecret(form).error()).isEqualTo("invalid_client");
        assertThat(basic("Basic MTAwJQ==", form).error()).isEqualTo("invalid_client");
        assertThat(basic("Basic MTAwJTo=", form).error()).isEqualTo("invalid_client");
        assertThat(basic("Bearer x", form).error()).isEqualTo("invalid_client");
        assertThat(xero().accepts(own)).isTrue();
    }

    @Test
    void approve_afterACodeWasRefused_handsOutOneThatWasNeverSeen() throws IOException {
        String first = code();
        String second = code();
        exchange(first, CALLBACK + "/other");

        assertThat(code()).isNotIn(first, second);
    }

    @Test
    void connections_twoApps_areOfEachAppAlone() throws IOException {
        String web = connect().text("access_token");
        HttpUrl back = HttpUrl.get(xero().approve(consentUrl(this::asPublic), new TenantPair(xero()).first()));
        String pkce = exchangePublic(back.queryParameter("code")).text("access_token");

        assertThat(get("/connections", web).body()).hasSize(2);
        assertThat(get("/connections", pkce).body()).hasSize(1);
        TenantPair tenants = new TenantPair(xero());
        String path = "/api.xro/2.0/Invoices?page=1";
        assertThat(get(path, pkce, tenants.first().toString()).status()).isEqualTo(200);
        assertThat(get(path, pkce, tenants.second().toString()).status()).isEqualTo(403);
        assertThat(get(path, web, tenants.second().toString()).status()).isEqualTo(200);
    }

    @Test
    void revocation_oneApp_leavesTheOther() throws IOException {
        Answered web = connect();
        Answered pkce = connectPublic();
        Request request = new Request.Builder()
                .url(xero().endpoints().identity() + "/connect/revocation")
                .header("Authorization", basic())
                .post(new FormBody.Builder()
                        .add("token", web.text("refresh_token"))
                        .build())
                .build();

        assertThat(call(request).status()).isEqualTo(200);
        assertThat(refresh(web.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(get("/connections", pkce.text("access_token")).body()).hasSize(2);
        assertThat(refreshPublic(pkce.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void app_addedToTheBuilder_connectsUntilItsSecretChanges() throws IOException {
        AtomicReference<String> secret = new AtomicReference<>("old: 100% + secret");
        XeroApp app = XeroApp.web("third app", secret::get);
        try (FakeXero xero = FakeXero.builder().time(time).app(app).start()) {
            String code = HttpUrl.get(
                            xero.approve(consentUrl(xero, url -> url.setQueryParameter("client_id", app.clientId()))))
                    .queryParameter("code");
            Request.Builder request = new Request.Builder()
                    .url(xero.endpoints().token().toString())
                    .header("Authorization", Credentials.basic("third+app", "old%3A+100%25+%2B+secret"));
            Answered connected =
                    call(request.post(codeForm(code, CALLBACK).build()).build());
            assertThat(connected.status()).isEqualTo(200);

            secret.set("new");
            FormBody form = refreshForm(connected.text("refresh_token")).build();
            assertThat(call(request.post(form).build()).error()).isEqualTo("invalid_client");
            assertThat(xero.accepts(connected.text("refresh_token"))).isTrue();
        }
    }

    @Test
    void app_sameIdTwice_isRefused() {
        XeroApp app = XeroApp.pkce("phone");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeXero.builder().app(app).app(app))
                .withMessageContaining("phone");
    }

    @Test
    void start_stateFileWithoutApps_isRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("xero.json");
        try (FakeXero xero = FakeXero.builder().time(time).stateFile(file).start()) {
            connect(xero);
        }
        String state = Files.readString(file);
        Files.writeString(file, state.replaceFirst("(\"connections\":.*?)\"clientId\":\"[^\"]*\",", "$1"));

        assertThatThrownBy(() -> FakeXero.builder().stateFile(file).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("delete it");
    }

    private static HttpUrl.Builder challenged(HttpUrl.Builder url) {
        return url.setQueryParameter("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .setQueryParameter("code_challenge_method", "S256");
    }

    private HttpUrl.Builder asPublic(HttpUrl.Builder url) {
        return challenged(url.setQueryParameter("client_id", xero().pkceApp().clientId()));
    }

    private Answered connectPublic() throws IOException {
        return exchangePublic(code(this::asPublic));
    }

    private Answered exchangePublic(String code) throws IOException {
        return withoutSecret(codeForm(code, CALLBACK)
                .add("client_id", xero().pkceApp().clientId())
                .add("code_verifier", VERIFIER)
                .build());
    }

    private Answered refreshPublic(String refreshToken) throws IOException {
        return withoutSecret(refreshForm(refreshToken)
                .add("client_id", xero().pkceApp().clientId())
                .build());
    }

    private static FormBody.Builder refreshForm(String refreshToken) {
        return new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", refreshToken);
    }

    private Answered withoutSecret(FormBody form) throws IOException {
        return call(new Request.Builder()
                .url(xero().endpoints().token().toString())
                .post(form)
                .build());
    }

    private Answered basic(String header, FormBody form) throws IOException {
        return call(new Request.Builder()
                .url(xero().endpoints().token().toString())
                .header("Authorization", header)
                .post(form)
                .build());
    }
}
