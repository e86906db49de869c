package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.Connection;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.testkit.SecondConsent;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One bookkeeper consents for two customers, and Xero's token reaches the organisations of both. */
class SecondConsentTest {

    private static final GrantId FIRST = Connected.GRANT;
    private static final GrantId SECOND = GrantId.of("customer-7");
    private static final Duration UNTIL_EXPIRED = Duration.ofMinutes(31);

    @ParameterizedTest
    @EnumSource
    void consent_forAnotherCustomer_reachesItsOwnTenantsAlone(SecondConsent mood) throws Exception {
        try (Connected at = connected(mood)) {
            at.connect(at.bakery());
            assertThat(at.connect(SECOND, at.cycles()).onlyConnection().tenantId())
                    .isEqualTo(at.cycles());

            assertThat(status(at, FIRST, at.bakery())).isEqualTo(200);
            assertThat(status(at, SECOND, at.cycles())).isEqualTo(200);
            isolated(at);

            at.time.advance(UNTIL_EXPIRED);
            GrantStatus first = refreshed(at, mood);
            assertThat(status(at, SECOND, at.cycles())).isEqualTo(200);
            isolated(at);
            System.out.println("isolation: mood=" + mood + " first=" + first + " second="
                    + at.auth.describe(SECOND).status() + " calls-to-the-other's-tenant=0");
        }
    }

    /** Not even asking Xero for its list makes it more, and nothing is sent. */
    private static void isolated(Connected at) {
        tenants(at, SECOND, at.cycles());
        if (at.auth.describe(FIRST).status() == GrantStatus.CONNECTED) {
            tenants(at, FIRST, at.bakery());
        }
        int calls = at.xero.ledger().entries().size();
        refused(at, FIRST, at.cycles());
        refused(at, SECOND, at.bakery());
        assertThat(at.xero.ledger().entries()).hasSize(calls);
    }

    private static void tenants(Connected at, GrantId grant, TenantId only) {
        assertThat(at.auth.refreshConnections(grant))
                .extracting(Connection::tenantId)
                .containsExactly(only);
    }

    private static void refused(Connected at, GrantId grant, TenantId tenant) {
        assertThat(new Requests(at).problem(at.auth, grant, tenant)).isInstanceOf(TenantNotReachableException.class);
    }

    /** Where Xero ends the first consent's tokens with the second one, its customer has to know. */
    private static GrantStatus refreshed(Connected at, SecondConsent mood) throws InterruptedException {
        if (mood != SecondConsent.KILLS_THE_FIRST) {
            assertThat(at.auth.accessToken(FIRST).value()).isNotEmpty();
            return at.auth.describe(FIRST).status();
        }
        assertThatThrownBy(() -> at.auth.accessToken(FIRST)).isInstanceOf(TokenUnavailableException.class);
        at.time.advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> at.auth.accessToken(FIRST)).isInstanceOf(GrantDisconnectedException.class);
        assertThat(at.event(GrantDisconnected.class).grantId()).isEqualTo(FIRST);
        return at.auth.describe(FIRST).status();
    }

    @ParameterizedTest
    @EnumSource
    void consent_forTheSameTenantOnceMore_takesItFromNobody(SecondConsent mood) throws Exception {
        try (Connected at = connected(mood)) {
            at.connect(at.bakery());
            ConsentResult second = at.connect(SECOND, at.bakery(), at.cycles());

            assertThat(second.gained())
                    .extracting(Connection::tenantId)
                    .containsExactlyInAnyOrder(at.bakery(), at.cycles());
            tenants(at, FIRST, at.bakery());
            assertThat(status(at, FIRST, at.bakery())).isEqualTo(200);
            refused(at, FIRST, at.cycles());
        }
    }

    @ParameterizedTest
    @EnumSource
    void consent_forATenantThatWasDisconnected_givesItToThatGrantAlone(SecondConsent mood) throws Exception {
        try (Connected at = connected(mood)) {
            at.connect(at.bakery(), at.cycles());
            at.xero.disconnect(at.cycles());
            at.connect(SECOND, at.cycles());

            tenants(at, SECOND, at.cycles());
            tenants(at, FIRST, at.bakery());
            refused(at, FIRST, at.cycles());
        }
    }

    private static int status(Connected at, GrantId grant, TenantId tenant) throws IOException {
        OkHttpClient client = Requests.client(at.auth, grant, tenant);
        try (Response response = client.newCall(new Requests(at).request()).execute()) {
            return response.code();
        }
    }

    private static Connected connected(SecondConsent mood) {
        return new Connected(new InMemoryTokenStore(), fake -> fake.secondConsent(mood));
    }
}
