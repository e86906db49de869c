package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The app's secret changes at Xero, and nobody restarts the service. */
class SecretRotationTest {

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final AtomicReference<String> atXero = new AtomicReference<>("first-secret");
    private final AtomicReference<String> ours = new AtomicReference<>("first-secret");
    private final FakeXero xero = FakeXero.builder()
            .time(time)
            .app(XeroApp.web("rotating-app", atXero::get))
            .start();
    private final XeroAuth auth = XeroAuth.builder()
            .app(XeroApp.web("rotating-app", ours::get))
            .tokenStore(new InMemoryTokenStore())
            .endpoints(xero.endpoints())
            .time(time)
            .withoutKeeper()
            .build();

    @BeforeEach
    void connect() {
        ConsentRequest request = auth.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES);
        auth.consent().complete(request, xero.approve(request.url()));
        time.advance(Duration.ofMinutes(31));
    }

    @AfterEach
    void close() {
        auth.close();
        xero.close();
    }

    @Test
    void accessToken_secretChanged_takesTheNewOne() {
        atXero.set("second-secret");
        ours.set("second-secret");

        auth.accessToken(Connected.GRANT);

        assertThat(xero.ledger().refreshes()).isEqualTo(1);
        assertThat(xero.ledger().refusedRefreshes()).isZero();
    }

    @Test
    void accessToken_secretChangedAtXeroFirst_harmsNoGrantAndGoesOnWithTheRightOne() {
        atXero.set("second-secret");

        assertThatThrownBy(() -> auth.accessToken(Connected.GRANT))
                .isInstanceOf(AppRejectedException.class)
                .hasMessageContaining("invalid_client")
                .message()
                .doesNotContain("first-secret");
        GrantDescription meanwhile = auth.describe(Connected.GRANT);
        assertThat(meanwhile.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(meanwhile.refreshTokenPresentedAt()).isEmpty();

        ours.set("second-secret");
        time.advance(Duration.ofSeconds(10));
        auth.accessToken(Connected.GRANT);

        assertThat(xero.ledger().refreshes()).isEqualTo(2);
        assertThat(xero.ledger().refusedRefreshes()).isEqualTo(1);
        assertThat(auth.describe(Connected.GRANT).lastRefreshedAt()).isEqualTo(time.now());
    }

    @Test
    void accessToken_secretNotToBeHad_asksNobodyAndGoesOnLater() {
        ours.set(null);
        assertThatThrownBy(() -> auth.accessToken(Connected.GRANT)).isInstanceOf(TokenUnavailableException.class);
        assertThat(auth.describe(Connected.GRANT).refreshTokenPresentedAt()).isEmpty();

        ours.set("first-secret");
        time.advance(Duration.ofMinutes(1));
        auth.accessToken(Connected.GRANT);

        assertThat(xero.ledger().refreshes()).isEqualTo(1);
    }
}
