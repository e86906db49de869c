package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FakeXeroTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLBACK = "http://localhost:8723/callback";
    private static final Instant START = Instant.parse("2026-11-21T10:00:00.123Z");

    private final ManualTime time = ManualTime.at(START);

    @RegisterExtension
    final FakeXeroExtension extension = new FakeXeroExtension(() -> FakeXero.builder()
            .time(time)
            .organisation("Orchard Lane Bakery", 250)
            .organisation("Harbour Cycles & Söhne", 30)
            .start());

    private final OkHttpClient client =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

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
    void invoices_allPages_areEveryInvoiceOnceInOrder() throws IOException {
        String token = connect().text("access_token");
        List<String> ids = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode answer = invoices(token, "page=" + page).body();
            assertThat(answer.path("pagination").toString())
                    .isEqualTo("{\"page\":" + page + ",\"pageSize\":100,\"pageCount\":3,\"itemCount\":250}");
            ids.addAll(answer.path("Invoices").findValuesAsText("InvoiceID"));
        }

        assertThat(ids)
                .isEqualTo(bakery().invoices().stream()
                        .map(invoice -> invoice.id().toString())
                        .toList());
        assertThat(invoices(token, "page=4").body().path("Invoices")).isEmpty();
    }

    @Test
    void invoices_amounts_areExactAndAddUp() throws IOException {
        String token = connect().text("access_token");

        String text = invoices(token, "pageSize=2000").raw();

        for (FakeInvoice invoice : bakery().invoices()) {
            assertThat(text).contains("\"Total\":" + invoice.total().toPlainString() + ",");
        }
        JsonNode one = JSON.readTree(text).path("Invoices").get(0);
        assertThat(one.path("LineItems")).isNotEmpty();
        assertThat(one.path("Date").asText()).matches("/Date\\(\\d+\\+0000\\)/");
    }

    @Test
    void invoices_withoutPageOrSummary_haveNoLines() throws IOException {
        String token = connect().text("access_token");

        assertThat(invoices(token, "").body().path("Invoices")).hasSize(250);
        assertThat(invoices(token, "").body().path("Invoices").get(0).path("LineItems"))
                .isEmpty();
        assertThat(invoices(token, "page=1&summaryOnly=true")
                        .body()
                        .path("Invoices")
                        .get(0)
                        .has("LineItems"))
                .isFalse();
    }

    @Test
    void invoices_filters_selectByStatusIdNumberAndContact() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice one = bakery().invoices().get(7);

        assertThat(selected(token, "Statuses=PAID,voided"))
                .isEqualTo(count(invoice -> List.of("PAID", "VOIDED").contains(invoice.status())));
        assertThat(selected(token, "IDs=" + one.id())).isEqualTo(1);
        assertThat(selected(token, "InvoiceNumbers=" + one.number())).isEqualTo(1);
        assertThat(selected(token, "ContactIDs=" + one.contactId()))
                .isEqualTo(count(invoice -> invoice.contactId().equals(one.contactId())));
    }

    @Test
    void invoices_ifModifiedSince_isReadInOneFormatAndIgnoredInOthers() throws IOException {
        String token = connect().text("access_token");
        Instant since = bakery().invoices().get(200).updatedAt();
        Request.Builder request = api(token, "/api.xro/2.0/Invoices?page=1&pageSize=1000", bakery());
        String format = since.toString().substring(0, 19);

        int changed = call(request.header("If-Modified-Since", format).build())
                .body()
                .path("Invoices")
                .size();
        int ignored = call(request.header("If-Modified-Since", since.toString()).build())
                .body()
                .path("Invoices")
                .size();

        assertThat(changed)
                .isEqualTo(count(invoice ->
                        !invoice.updatedAt().isBefore(since.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))));
        assertThat(changed).isLessThan(250);
        assertThat(ignored).isEqualTo(250);
    }

    @Test
    void invoice_byIdAndNumber_isThatOneOr404() throws IOException {
        String token = connect().text("access_token");
        FakeInvoice one = bakery().invoices().get(3);

        JsonNode byId =
                get("/api.xro/2.0/Invoices/" + one.id(), token, bakery()).body();
        assertThat(byId.path("Invoices").get(0).path("InvoiceNumber").asText()).isEqualTo(one.number());
        assertThat(byId.path("Invoices").get(0).path("LineItems")).hasSameSizeAs(one.lines());
        assertThat(byId.has("pagination")).isFalse();
        Answered missing = get("/api.xro/2.0/Invoices/" + bakery().tenantId(), token, bakery());
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("text/plain");
        assertThat(get("/api.xro/2.0/Invoices?IDs=" + "x".repeat(2100), token, bakery())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void invoices_withoutAcceptingJson_areXml() throws IOException {
        String token = connect().text("access_token");
        Request request = api(token, "/api.xro/2.0/Invoices", bakery())
                .removeHeader("Accept")
                .build();

        assertThat(call(request).header("Content-Type")).startsWith("text/xml");
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

    @Test
    void invoices_sums_areConsistent() {
        for (FakeInvoice invoice : bakery().invoices()) {
            assertThat(invoice.updatedAt()).isBeforeOrEqualTo(START);
            assertThat(invoice.amountDue().signum()).as(invoice.number()).isNotNegative();
            if (invoice.status().equals("PAID")) {
                assertThat(invoice.amountDue()).isEqualByComparingTo("0");
                assertThat(invoice.fullyPaidOn()).isPresent();
            }
        }
        assertThat(bakery().invoices().stream().map(FakeInvoice::status).distinct())
                .contains("DRAFT", "SUBMITTED", "AUTHORISED", "PAID", "VOIDED");
    }

    private record TenantPair(dev.xeroauth.TenantId first, dev.xeroauth.TenantId second) {
        TenantPair(FakeXero xero) {
            this(
                    xero.organisations().get(0).tenantId(),
                    xero.organisations().get(1).tenantId());
        }
    }

    private record Answered(int status, okhttp3.Headers headers, String raw) {
        JsonNode body() throws IOException {
            return JSON.readTree(raw);
        }

        String text(String field) throws IOException {
            return body().path(field).asText();
        }

        String error() throws IOException {
            return text("error");
        }

        String detail() throws IOException {
            return text("Detail");
        }

        String header(String name) {
            return headers.get(name);
        }

        String correlationId() {
            return header("Xero-Correlation-Id");
        }
    }

    private FakeXero xero() {
        return extension.get();
    }

    private FakeOrganisation bakery() {
        return xero().organisations().get(0);
    }

    private int count(java.util.function.Predicate<FakeInvoice> which) {
        return Math.toIntExact(bakery().invoices().stream().filter(which).count());
    }

    private URI consentUrl(UnaryOperator<HttpUrl.Builder> change) {
        return consentUrl(xero(), change);
    }

    private static URI consentUrl(FakeXero xero, UnaryOperator<HttpUrl.Builder> change) {
        HttpUrl.Builder url = HttpUrl.get(xero.endpoints().authorize())
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", xero.app().clientId())
                .addQueryParameter("redirect_uri", CALLBACK)
                .addQueryParameter("scope", "offline_access accounting.invoices.read")
                .addQueryParameter("state", "state &1");
        return change.apply(url).build().uri();
    }

    private String code() {
        return code(url -> url);
    }

    private String code(UnaryOperator<HttpUrl.Builder> change) {
        return HttpUrl.get(xero().approve(consentUrl(change))).queryParameter("code");
    }

    private static FormBody.Builder codeForm(String code, String redirectUri) {
        return new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", redirectUri);
    }

    private Answered exchange(String code, String redirectUri) throws IOException {
        return token(codeForm(code, redirectUri).build());
    }

    private Answered connect() throws IOException {
        return exchange(code(), CALLBACK);
    }

    private Answered refresh(String refreshToken) throws IOException {
        return refresh(xero(), refreshToken);
    }

    private Answered refresh(FakeXero xero, String refreshToken) throws IOException {
        return token(
                xero,
                new FormBody.Builder()
                        .add("grant_type", "refresh_token")
                        .add("refresh_token", refreshToken)
                        .build());
    }

    private Answered token(RequestBody form) throws IOException {
        return token(xero(), form);
    }

    private Answered token(FakeXero xero, RequestBody form) throws IOException {
        return call(new Request.Builder()
                .url(xero.endpoints().token().toString())
                .header("Authorization", basic())
                .post(form)
                .build());
    }

    private String basic() {
        return Credentials.basic(
                xero().app().clientId(), xero().app().clientSecret().orElseThrow());
    }

    private Answered invoices(String token, String query) throws IOException {
        return get("/api.xro/2.0/Invoices?" + query, token, bakery());
    }

    private int selected(String token, String query) throws IOException {
        return invoices(token, query + "&page=1&pageSize=1000")
                .body()
                .path("Invoices")
                .size();
    }

    private Answered get(String path, String token) throws IOException {
        return get(path, token, "");
    }

    private Answered get(String path, String token, FakeOrganisation organisation) throws IOException {
        return get(path, token, organisation.tenantId().toString());
    }

    private Answered get(String path, String token, String tenantId) throws IOException {
        return call(
                api(token, path, bakery()).header("Xero-Tenant-Id", tenantId).build());
    }

    private Request.Builder api(String token, String path, FakeOrganisation organisation) {
        return new Request.Builder()
                .url(xero().endpoints().api() + path)
                .header("Authorization", "Bearer " + token)
                .header("Xero-Tenant-Id", organisation.tenantId().toString())
                .header("Accept", "application/json");
    }

    private Answered call(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return new Answered(
                    response.code(), response.headers(), response.body().string());
        }
    }
}
