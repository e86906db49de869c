package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.ManualTime;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plain OkHttp with the interceptor reaches what has no client of its own yet, the Files API for example. */
class OtherApisTest {

    private static final GrantId GRANT = GrantId.of("customer-42");
    private static final String FILES = "{\"TotalCount\":0,\"Items\":[]}";

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() ->
            FakeXero.builder().time(time).organisation("Orchard Lane Bakery", 1).start());

    @Test
    void interceptor_filesApi_sendsTokenAndTenant() throws IOException {
        try (XeroAuth auth = connected()) {
            TenantId tenantId = fake.get().organisations().get(0).tenantId();
            OkHttpClient http = new OkHttpClient.Builder()
                    .addInterceptor(auth.interceptor(GRANT, tenantId))
                    .addInterceptor(OtherApisTest::filesApi)
                    .build();
            Request request = new Request.Builder()
                    .url(files())
                    .header("Accept", "application/json")
                    .build();
            try (Response response = http.newCall(request).execute()) {
                assertThat(response.body().string()).isEqualTo(FILES);
                Request sent = response.request();
                assertThat(sent.url().encodedPath()).isEqualTo("/files.xro/1.0/Files");
                assertThat(sent.header("Authorization"))
                        .isEqualTo("Bearer " + auth.accessToken(GRANT).value());
                assertThat(sent.header("Xero-Tenant-Id")).isEqualTo(tenantId.toString());
                assertThat(sent.header("Accept")).isEqualTo("application/json");
            }
        }
    }

    @Test
    void interceptor_tenantOfSomebodyElse_isRefusedBeforeTheCall() {
        try (XeroAuth auth = connected()) {
            OkHttpClient http = new OkHttpClient.Builder()
                    .addInterceptor(auth.interceptor(GRANT, XeroServer.TENANT))
                    .addInterceptor(OtherApisTest::filesApi)
                    .build();
            Request request = new Request.Builder().url(files()).build();
            XeroIOException e = catchThrowableOfType(
                    XeroIOException.class, () -> http.newCall(request).execute());
            assertThat(e.problem()).isInstanceOf(TenantNotReachableException.class);
        }
    }

    private HttpUrl files() {
        return HttpUrl.get(fake.get().endpoints().api()).resolve("/files.xro/1.0/Files");
    }

    /** In the place of Xero's, which the fake one has not. */
    private static Response filesApi(Interceptor.Chain chain) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(FILES, MediaType.get("application/json")))
                .build();
    }

    private XeroAuth connected() {
        XeroAuth auth = XeroAuth.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .time(time)
                .build();
        ConsentRequest request =
                auth.consent().begin(GRANT, URI.create("http://localhost:8723/callback"), Scopes.readInvoices());
        auth.consent().complete(request, fake.get().approve(request.url()));
        return auth;
    }
}
