package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.KeyRing;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.TokenUnavailableException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterceptorTest {

    private final Connected at = new Connected();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void intercept_connectedTenant_sendsTokenAndTenant() throws IOException {
        at.connect();
        List<Request> sent = new ArrayList<>();

        assertThat(status(at.auth, at.bakery(), sent)).isEqualTo(200);

        assertThat(sent.get(0).header("Authorization"))
                .isEqualTo("Bearer " + at.auth.accessToken(Connected.GRANT).value());
        assertThat(sent.get(0).header("Xero-Tenant-Id")).isEqualTo(at.bakery().toString());
    }

    @Test
    void intercept_apiRefusesTheToken_refreshesOnceAndSendsAgain() throws Exception {
        at.connect();
        status(at.auth, at.bakery());
        at.time.advance(Duration.ofMinutes(5));
        at.xero.refuseAccessTokens();

        assertThat(status(at.auth, at.bakery())).isEqualTo(200);

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

        assertThat(status(at.auth, at.bakery())).isEqualTo(401);

        assertThat(at.xero.ledger().requests(Endpoint.API)).isEqualTo(2);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
    }

    @Test
    void intercept_tokenExpiredOnItsWay_refreshesHoweverYoungItIs() throws IOException {
        at.connect();
        at.xero.advance(Duration.ofMinutes(30));

        assertThat(status(at.auth, at.bakery())).isEqualTo(200);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
    }

    @Test
    void intercept_scopeMissing_isNotRefreshed() throws IOException {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.next(Endpoint.API, Fault.answer(401, "application/json", "{\"Detail\":\"AuthorizationUnsuccessful\"}"));

        assertThat(status(at.auth, at.bakery())).isEqualTo(401);
        assertThat(at.xero.ledger().refreshes()).isZero();
    }

    @Test
    void intercept_tenantOutsideTheGrant_isRefusedBeforeAnyCall() {
        at.connect(at.bakery());
        int before = at.xero.ledger().entries().size();

        assertThat(problem(at.auth, Connected.GRANT, at.cycles()))
                .isInstanceOf(TenantNotReachableException.class)
                .hasMessageContaining(at.cycles().toString())
                .hasMessageContaining(at.bakery().toString());
        assertThat(at.xero.ledger().entries()).hasSize(before);
    }

    @Test
    void intercept_connectionIdAsTenant_saysWhichTenantWasMeant() {
        TenantId connection =
                new TenantId(at.connect(at.bakery()).onlyConnection().id().value());

        assertThat(problem(at.auth, Connected.GRANT, connection))
                .isInstanceOf(TenantNotReachableException.class)
                .hasMessageContaining("id of a connection")
                .hasMessageContaining(at.bakery().toString());
    }

    @Test
    void intercept_anotherInstanceGotTheTenant_findsItInTheStore() throws IOException {
        at.connect(at.bakery());
        try (XeroAuth other = at.instance().build()) {
            assertThat(status(other, at.bakery())).isEqualTo(200);
            at.connect(at.cycles());

            assertThat(status(other, at.cycles())).isEqualTo(200);
        }
    }

    @Test
    void intercept_crashBetweenTokensAndConnections_readsThemNow() throws IOException {
        Fault down = Fault.answer(503, "text/html", "");
        at.xero.next(Endpoint.CONNECTIONS, down, down, down);
        assertThatThrownBy(at::connect).isInstanceOf(XeroException.class);

        try (XeroAuth restarted = at.instance().build()) {
            assertThat(status(restarted, at.bakery())).isEqualTo(200);
        }
    }

    @Test
    void intercept_unknownGrant_saysSo() {
        assertThat(problem(at.auth, GrantId.of("nobody"), at.bakery())).isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void intercept_storeDown_saysSoAndWorksWhenItIsBack() throws IOException {
        at.connect();
        try (XeroAuth restarted = at.instance().build()) {
            at.store.readable(false);
            assertThat(problem(restarted, Connected.GRANT, at.bakery())).isInstanceOf(StoreException.class);

            at.store.readable(true);
            at.time.advance(Duration.ofSeconds(2));
            assertThat(status(restarted, at.bakery())).isEqualTo(200);
        }
    }

    @Test
    void intercept_keyMissing_namesItAndTouchesNothing() throws IOException {
        at.connect();
        byte[] key = new byte[32];
        key[0] = 2;
        try (XeroAuth other =
                at.instance().encryption(KeyRing.of("2027-01", key)).build()) {
            assertThat(problem(other, Connected.GRANT, at.bakery()))
                    .isInstanceOf(SealedRecordException.class)
                    .hasMessageContaining("'2026-11'");
        }
        assertThat(status(at.auth, at.bakery())).isEqualTo(200);
    }

    @Test
    void intercept_revokedAtXero_saysThatTheUserHasToConsentAgain() {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.revokeAll();

        assertThat(problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("The grant is kept");
        at.time.advance(Duration.ofSeconds(30));
        assertThat(problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(GrantDisconnectedException.class)
                .hasMessageContaining("consent again");
    }

    @Test
    void intercept_answerOfTheTokenEndpointLost_getsItAgainWithinTheWindow() throws IOException {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        at.xero.next(Endpoint.TOKEN, Fault.dropAfterWork());

        assertThat(problem(at.auth, Connected.GRANT, at.bakery())).isInstanceOf(TokenUnavailableException.class);
        at.time.advance(Duration.ofMinutes(2));

        assertThat(status(at.auth, at.bakery())).isEqualTo(200);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(2);
        assertThat(at.xero.ledger().refusedRefreshes()).isZero();
    }

    @Test
    void intercept_tokenAnswerUnreadable_keepsTheGrant() throws IOException {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        at.xero.next(Endpoint.TOKEN, Fault.answer(200, "text/html", "<h1>secret</h1>"));

        assertThat(problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("The grant is kept")
                .message()
                .doesNotContain("secret");
        at.time.advance(Duration.ofMinutes(2));
        assertThat(status(at.auth, at.bakery())).isEqualTo(200);
    }

    @Test
    void enqueue_problem_reachesTheCallbackAsAnIOException() throws InterruptedException {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        client(at.auth, Connected.GRANT, at.bakery()).newCall(request()).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                answer.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                answer.complete(response);
            }
        });

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(XeroIOException.class)
                .hasCauseInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void intercept_anotherHost_isRefusedBeforeTheTokenIsAttached() {
        at.connect();
        OkHttpClient client = client(at.auth, Connected.GRANT, at.bakery());
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
            OkHttpClient client =
                    client(auth, Connected.GRANT, many.organisations().get(499).tenantId());
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
    void intercept_closed_isAnIOExceptionThatSaysSo() {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        at.auth.close();

        assertThat(problem(at.auth, Connected.GRANT, at.bakery())).hasMessageContaining("closed");
    }

    @Test
    void accessToken_closedWhileATokenLives_handsThatOut() {
        at.connect();
        AccessToken token = at.auth.accessToken(Connected.GRANT);
        at.time.advance(Duration.ofMinutes(25));
        at.auth.close();

        assertThat(at.auth.accessToken(Connected.GRANT)).isEqualTo(token);
    }

    @Test
    void accessToken_refresherOfTheApplication_isAskedInsteadOfXero() {
        at.connect();
        ScriptedRefresher refresher = new ScriptedRefresher().answer(Bench.issued(2));
        try (XeroAuth auth = at.instance().tokenRefresher(refresher).build()) {
            at.time.advance(Duration.ofMinutes(30));

            assertThat(auth.accessToken(Connected.GRANT).value()).isEqualTo("AT-2");
        }
        assertThat(at.xero.ledger().refreshes()).isZero();
    }

    @Test
    void accessToken_restartedInstance_goesOnFromTheStore() {
        at.connect();
        AccessToken before = at.auth.accessToken(Connected.GRANT);
        try (XeroAuth restarted = at.instance().build()) {
            assertThat(restarted.accessToken(Connected.GRANT)).isEqualTo(before);
            at.time.advance(Duration.ofMinutes(40));
            assertThat(restarted.accessToken(Connected.GRANT)).isNotEqualTo(before);
        }
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
        try (Response response = bearing.newCall(request()).execute()) {
            return response.body().string();
        }
    }

    private int status(XeroAuth auth, TenantId tenantId) throws IOException {
        return status(auth, tenantId, new ArrayList<>());
    }

    private int status(XeroAuth auth, TenantId tenantId, List<Request> sent) throws IOException {
        OkHttpClient client = client(auth, Connected.GRANT, tenantId)
                .newBuilder()
                .addNetworkInterceptor(chain -> {
                    sent.add(chain.request());
                    return chain.proceed(chain.request());
                })
                .build();
        try (Response response = client.newCall(request()).execute()) {
            return response.code();
        }
    }

    private XeroException problem(XeroAuth auth, GrantId grantId, TenantId tenantId) {
        try (Response response =
                client(auth, grantId, tenantId).newCall(request()).execute()) {
            throw new AssertionError("No problem but status " + response.code());
        } catch (XeroIOException e) {
            return e.problem();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OkHttpClient client(XeroAuth auth, GrantId grantId, TenantId tenantId) {
        return new OkHttpClient.Builder()
                .addInterceptor(auth.interceptor(grantId, tenantId))
                .build();
    }

    private Request request() {
        return new Request.Builder()
                .url(at.xero.endpoints().accounting() + "/Invoices?page=1")
                .header("Accept", "application/json")
                .build();
    }
}
