package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterceptorTest {

    private final Connected at = new Connected();
    private final Requests requests = new Requests(at);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void intercept_connectedTenant_sendsTokenAndTenant() throws IOException {
        at.connect();
        List<Request> sent = new ArrayList<>();

        assertThat(requests.status(at.auth, at.bakery(), sent)).isEqualTo(200);

        assertThat(sent.get(0).header("Authorization"))
                .isEqualTo("Bearer " + at.auth.accessToken(Connected.GRANT).value());
        assertThat(sent.get(0).header("Xero-Tenant-Id")).isEqualTo(at.bakery().toString());
    }

    @Test
    void intercept_apiRefusesTheToken_refreshesOnceAndSendsAgain() throws Exception {
        at.connect();
        requests.status(at.auth, at.bakery());
        at.time.advance(Duration.ofMinutes(5));
        at.xero.refuseAccessTokens();

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);

        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
        assertThat(at.xero.ledger().requests(Endpoint.API)).isEqualTo(3);
        assertThat(at.event(GrantRefreshed.class).why()).isEqualTo(RefreshReason.REFUSED_BY_API);
    }

    @Test
    void intercept_apiRefusesEveryToken_sendsTwiceAndReturnsTheSecond401() throws IOException {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        Fault refusal = Fault.answer(401, "application/json", "{\"Detail\":\"AuthenticationUnsuccessful\"}");
        at.xero.next(Endpoint.API, refusal, refusal);

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(401);

        assertThat(at.xero.ledger().requests(Endpoint.API)).isEqualTo(2);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
    }

    @Test
    void intercept_tokenExpiredOnItsWay_refreshesHoweverYoungItIs() throws IOException {
        at.connect();
        at.xero.advance(Duration.ofMinutes(30));

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
    }

    @Test
    void intercept_scopeMissing_isNotRefreshed() throws IOException {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.next(Endpoint.API, Fault.answer(401, "application/json", "{\"Detail\":\"AuthorizationUnsuccessful\"}"));

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(401);
        assertThat(at.xero.ledger().refreshes()).isZero();
    }

    @Test
    void intercept_tenantOutsideTheGrant_isRefusedBeforeAnyCall() {
        at.connect(at.bakery());
        int before = at.xero.ledger().entries().size();

        assertThat(requests.problem(at.auth, Connected.GRANT, at.cycles()))
                .isInstanceOf(TenantNotReachableException.class)
                .hasMessageContaining(at.cycles().toString())
                .hasMessageContaining(at.bakery().toString());
        assertThat(at.xero.ledger().entries()).hasSize(before);
    }

    @Test
    void intercept_connectionIdAsTenant_saysWhichTenantWasMeant() {
        TenantId connection =
                new TenantId(at.connect(at.bakery()).onlyConnection().id().value());

        assertThat(requests.problem(at.auth, Connected.GRANT, connection))
                .isInstanceOf(TenantNotReachableException.class)
                .hasMessageContaining("id of a connection")
                .hasMessageContaining(at.bakery().toString());
    }

    @Test
    void intercept_anotherInstanceGotTheTenant_findsItInTheStore() throws IOException {
        at.connect(at.bakery());
        try (XeroAuth other = at.instance().build()) {
            assertThat(requests.status(other, at.bakery())).isEqualTo(200);
            at.connect(at.cycles());

            assertThat(requests.status(other, at.cycles())).isEqualTo(200);
        }
    }

    @Test
    void intercept_crashBetweenTokensAndConnections_readsThemNow() throws IOException {
        Fault down = Fault.answer(503, "text/html", "");
        at.xero.next(Endpoint.CONNECTIONS, down, down, down);
        assertThatThrownBy(at::connect).isInstanceOf(XeroException.class);

        try (XeroAuth restarted = at.instance().build()) {
            assertThat(requests.status(restarted, at.bakery())).isEqualTo(200);
        }
    }

    @Test
    void intercept_anotherHost_isRefusedBeforeTheTokenIsAttached() {
        at.connect();
        OkHttpClient client = Requests.client(at.auth, Connected.GRANT, at.bakery());
        Request elsewhere =
                new Request.Builder().url("http://127.0.0.1:9/elsewhere").build();

        assertThatThrownBy(() -> client.newCall(elsewhere).execute())
                .isInstanceOf(XeroIOException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void intercept_moreTenantsThanARecordHolds_stillWorks() throws IOException {
        try (FakeXero many = manyOrganisations();
                XeroAuth auth = at.instance()
                        .app(many.app())
                        .endpoints(many.endpoints())
                        .build()) {
            ConsentRequest request = auth.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES);
            assertThat(auth.consent()
                            .complete(request, many.approve(request.url()))
                            .connections())
                    .hasSize(500);
            OkHttpClient client = Requests.client(
                    auth, Connected.GRANT, many.organisations().get(499).tenantId());
            Request invoices = new Request.Builder()
                    .url(many.endpoints().accounting() + "/Invoices?page=1")
                    .header("Accept", "application/json")
                    .build();

            try (Response response = client.newCall(invoices).execute()) {
                assertThat(response.code()).isEqualTo(200);
            }
            assertThat(many.ledger().requests(Endpoint.CONNECTIONS)).isEqualTo(1);
        }
    }

    private FakeXero manyOrganisations() {
        FakeXero.Builder builder = FakeXero.builder().time(at.time);
        for (int i = 0; i < 500; i++) {
            builder.organisation("Organisation " + i, 1);
        }
        return builder.start();
    }

    @Test
    void intercept_clientWithACache_isNeverAnotherTenantsAnswer(@TempDir Path directory) throws IOException {
        at.connect();
        try (Cache cache = new Cache(directory.toFile(), 1 << 20)) {
            OkHttpClient caching = new OkHttpClient.Builder()
                    .cache(cache)
                    .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                            .newBuilder()
                            .header("Cache-Control", "max-age=60")
                            .build())
                    .build();

            assertThat(body(caching, at.bakery())).contains("\"itemCount\":30");
            assertThat(body(caching, at.cycles())).contains("\"itemCount\":20");

            assertThat(cache.size()).isZero();
        }
    }

    private String body(OkHttpClient client, TenantId tenantId) throws IOException {
        OkHttpClient bearing = client.newBuilder()
                .addInterceptor(at.auth.interceptor(Connected.GRANT, tenantId))
                .build();
        try (Response response = bearing.newCall(requests.request()).execute()) {
            return response.body().string();
        }
    }
}
