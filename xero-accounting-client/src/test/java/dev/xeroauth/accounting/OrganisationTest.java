package dev.xeroauth.accounting;

import static dev.xeroauth.accounting.XeroServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.testkit.ManualTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The one organisation of a custom connection. */
class OrganisationTest {

    private static final String TOKEN = "{\"access_token\":\"AT-1\",\"expires_in\":1800}";
    private static final String NO_INVOICES = "{\"Invoices\":[]}";
    private static final String JSON = "application/json";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    private XeroClientBuilder settings() {
        return XeroClient.builder()
                .app(XeroApp.customConnection("client", () -> "s3cret"))
                .endpoints(XeroEndpoints.at(xero.server().url("/").uri()))
                .time(ManualTime.at(Instant.parse("2026-11-21T10:00:00Z")));
    }

    @Test
    void organisation_invoices_areReadWithoutStoreAndTenant() throws InterruptedException {
        xero.answer(TOKEN);
        xero.answer(NO_INVOICES);
        try (XeroClient client = settings().build()) {
            assertThat(client.organisation().invoices().list().stream()).isEmpty();
            assertThat(client.organisation().tenantId()).isEmpty();
        }
        assertThat(xero.request().getUrl().encodedPath()).isEqualTo("/connect/token");
        RecordedRequest sent = xero.request();
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/api.xro/2.0/Invoices");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer AT-1");
        assertThat(sent.getHeaders().get("Xero-Tenant-Id")).isNull();
    }

    @Test
    void organisation_twice_sharesOneToken() {
        xero.answer(TOKEN);
        xero.answer(NO_INVOICES);
        xero.answer(NO_INVOICES);
        AtomicInteger seen = new AtomicInteger();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        try (XeroClient client = settings().httpClient(own).build()) {
            assertThat(client.organisation().invoices().list()).isEmpty();
            assertThat(client.organisation().invoices().list()).isEmpty();
            assertThat(client.customConnection().accessToken().value()).isEqualTo("AT-1");
        }
        assertThat(xero.requests()).isEqualTo(3);
        assertThat(seen).hasValue(2);
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    }

    @Test
    void organisation_rejectedApp_isUnwrapped() {
        xero.answer(response(400, JSON, "{\"error\":\"unauthorized_client\"}"));
        try (XeroClient client = settings().build()) {
            assertThatThrownBy(() ->
                            client.organisation().invoices().list().iterator().hasNext())
                    .isInstanceOf(AppRejectedException.class)
                    .hasMessageContaining("disconnected");
        }
    }

    @Test
    void organisation_apiFails_namesTheCustomConnectionInsteadOfATenant() {
        xero.answer(TOKEN);
        xero.answer(response(403, JSON, "{\"Detail\":\"AuthenticationUnsuccessful\"}"));
        try (XeroClient client = settings().build()) {
            assertThatThrownBy(() ->
                            client.organisation().invoices().list().iterator().hasNext())
                    .isInstanceOf(ForbiddenException.class)
                    .hasMessageContainingAll("custom connection", "app's page at Xero")
                    .asInstanceOf(type(XeroApiException.class))
                    .satisfies(e -> assertThat(e.tenantId()).isEmpty())
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("null"));
        }
    }

    @Test
    void organisation_scopeMissing_saysWhereToTickIt() {
        xero.answer(TOKEN);
        xero.answer(response(401, JSON, "{\"Detail\":\"AuthorizationUnsuccessful\"}"));
        try (XeroClient client = settings().build()) {
            assertThatThrownBy(() ->
                            client.organisation().invoices().list().iterator().hasNext())
                    .asInstanceOf(type(InsufficientScopeException.class))
                    .satisfies(e -> assertThat(e.scopes()).contains("accounting.invoices.read"))
                    .satisfies(
                            e -> assertThat(e.getMessage()).contains("tick it").doesNotContain("consent"));
        }
    }

    @Test
    void build_settingsForGrants_areRefusedByName() {
        XeroClientBuilder builder = settings()
                .tokenStore(new InMemoryTokenStore())
                .encryption(KeyRing.of("2026-11", key()))
                .environment("staging")
                .onEvent(event -> {})
                .withoutKeeper();

        assertThatThrownBy(builder::build)
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContainingAll(
                        "tokenStore(...)", "encryption(...)", "environment(...)", "onEvent(...)", "withoutKeeper()");
    }

    @Test
    void methodsForGrants_sayWhatToUse() {
        try (XeroClient client = settings().build()) {
            assertRefused(client::auth, "organisation()");
            assertRefused(client::consent, "organisation()");
            assertRefused(() -> client.connections(GrantId.of("customer-42")), "organisation()");
            assertRefused(() -> client.tenant(GrantId.of("customer-42"), XeroServer.TENANT), "organisation()");
        }
        assertThat(xero.requests()).isZero();
    }

    @Test
    void organisation_appWithUsers_saysWhatToUse() {
        try (XeroClient client = XeroClient.builder()
                .app(XeroApp.pkce("client"))
                .tokenStore(new InMemoryTokenStore())
                .build()) {
            assertRefused(client::organisation, "tenant(grantId, tenantId)");
            assertRefused(client::customConnection, "tenant(grantId, tenantId)");
        }
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        key[0] = 1;
        return key;
    }

    private static void assertRefused(ThrowingCallable call, String use) {
        assertThatThrownBy(call).isInstanceOf(XeroConfigurationException.class).hasMessageContaining(use);
    }
}
