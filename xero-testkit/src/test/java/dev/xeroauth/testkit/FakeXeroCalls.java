package dev.xeroauth.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.function.UnaryOperator;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fake with two organisations, and somebody who talks to it over HTTP. */
abstract class FakeXeroCalls {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String CALLBACK = "http://localhost:8723/callback";
    static final Instant START = Instant.parse("2026-11-21T10:00:00.123Z");

    final ManualTime time = ManualTime.at(START);

    @RegisterExtension
    final FakeXeroExtension extension = new FakeXeroExtension(() -> FakeXero.builder()
            .time(time)
            .organisation("Orchard Lane Bakery", 250)
            .organisation("Harbour Cycles & Söhne", 30)
            .start());

    private final OkHttpClient client =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

    record TenantPair(dev.xeroauth.TenantId first, dev.xeroauth.TenantId second) {
        TenantPair(FakeXero xero) {
            this(
                    xero.organisations().get(0).tenantId(),
                    xero.organisations().get(1).tenantId());
        }
    }

    record Answered(int status, okhttp3.Headers headers, String raw) {
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

    FakeXero xero() {
        return extension.get();
    }

    FakeOrganisation bakery() {
        return xero().organisations().get(0);
    }

    int count(java.util.function.Predicate<FakeInvoice> which) {
        return Math.toIntExact(bakery().invoices().stream().filter(which).count());
    }

    URI consentUrl(UnaryOperator<HttpUrl.Builder> change) {
        return consentUrl(xero(), change);
    }

    static URI consentUrl(FakeXero xero, UnaryOperator<HttpUrl.Builder> change) {
        HttpUrl.Builder url = HttpUrl.get(xero.endpoints().authorize())
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", xero.app().clientId())
                .addQueryParameter("redirect_uri", CALLBACK)
                .addQueryParameter("scope", "offline_access accounting.invoices.read")
                .addQueryParameter("state", "state &1");
        return change.apply(url).build().uri();
    }

    String code() {
        return code(url -> url);
    }

    String code(UnaryOperator<HttpUrl.Builder> change) {
        return HttpUrl.get(xero().approve(consentUrl(change))).queryParameter("code");
    }

    static FormBody.Builder codeForm(String code, String redirectUri) {
        return new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", redirectUri);
    }

    Answered exchange(String code, String redirectUri) throws IOException {
        return token(codeForm(code, redirectUri).build());
    }

    Answered connect() throws IOException {
        return exchange(code(), CALLBACK);
    }

    Answered refresh(String refreshToken) throws IOException {
        return refresh(xero(), refreshToken);
    }

    Answered refresh(FakeXero xero, String refreshToken) throws IOException {
        return token(
                xero,
                new FormBody.Builder()
                        .add("grant_type", "refresh_token")
                        .add("refresh_token", refreshToken)
                        .build());
    }

    Answered token(RequestBody form) throws IOException {
        return token(xero(), form);
    }

    Answered token(FakeXero xero, RequestBody form) throws IOException {
        return call(new Request.Builder()
                .url(xero.endpoints().token().toString())
                .header("Authorization", basic())
                .post(form)
                .build());
    }

    String basic() {
        return Credentials.basic(
                xero().app().clientId(), xero().app().clientSecret().orElseThrow());
    }

    Answered connect(FakeXero xero) throws IOException {
        String code = HttpUrl.get(xero.approve(consentUrl(xero, url -> url))).queryParameter("code");
        return token(xero, codeForm(code, CALLBACK).build());
    }

    Answered invoices(FakeXero xero, String token, int tenant) throws IOException {
        String path = "/api.xro/2.0/Invoices?page=1&pageSize=1";
        return call(api(token, path, xero.organisations().get(tenant))
                .url(xero.endpoints().api() + path)
                .build());
    }

    Answered invoices(String token, String query) throws IOException {
        return get("/api.xro/2.0/Invoices?" + query, token, bakery());
    }

    int selected(String token, String query) throws IOException {
        return invoices(token, query + "&page=1&pageSize=1000")
                .body()
                .path("Invoices")
                .size();
    }

    Answered get(String path, String token) throws IOException {
        return get(path, token, "");
    }

    Answered get(String path, String token, FakeOrganisation organisation) throws IOException {
        return get(path, token, organisation.tenantId().toString());
    }

    Answered get(String path, String token, String tenantId) throws IOException {
        return call(
                api(token, path, bakery()).header("Xero-Tenant-Id", tenantId).build());
    }

    Request.Builder api(String token, String path, FakeOrganisation organisation) {
        return new Request.Builder()
                .url(xero().endpoints().api() + path)
                .header("Authorization", "Bearer " + token)
                .header("Xero-Tenant-Id", organisation.tenantId().toString())
                .header("Accept", "application/json");
    }

    Answered call(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return new Answered(
                    response.code(), response.headers(), response.body().string());
        }
    }
}
