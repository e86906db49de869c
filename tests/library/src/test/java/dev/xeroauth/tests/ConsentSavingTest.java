package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.ConsentOptions;
import dev.xeroauth.StoreException;
import dev.xeroauth.internal.consent.PendingConsent;
import dev.xeroauth.internal.consent.Pkce;
import dev.xeroauth.internal.engine.Consents;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.testkit.FakeXero;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store takes no writes when a consent's tokens are to be saved, and a test's clock waits in place of the host's. */
class ConsentSavingTest {

    private static final String SCOPES = "accounting.invoices.read offline_access";

    private final Bench bench = new Bench();
    private final FakeXero xero = FakeXero.builder()
            .time(bench.time)
            .organisation("Orchard Lane Bakery", 0)
            .start();
    private final PendingConsent consent = new PendingConsent(
            Bench.ID,
            "the state",
            "the nonce",
            Pkce.random(new SecureRandom()),
            Connected.CALLBACK,
            SCOPES,
            ConsentOptions.none(),
            Bench.START.plus(Duration.ofMinutes(10)));

    @AfterEach
    void close() {
        xero.close();
        bench.close();
    }

    @Test
    void complete_storeStaysDown_givesUpAndSaysSo() {
        Machinery machinery = bench.machinery(bench.threads(), SharedClock.common(bench.time));
        Consents consents = new Consents(
                machinery,
                bench.grants,
                new TokenEndpoint(xero.app(), xero.endpoints(), machinery.threads(), bench.time));
        String code = code();
        bench.store.writable(false);

        assertThatThrownBy(() -> consents.complete(consent, code)).isInstanceOf(StoreException.class);

        assertThat(bench.store.refusedWrites()).isEqualTo(16 * 3);
        assertThat(bench.events).isEmpty();
    }

    private String code() {
        HttpUrl page = HttpUrl.get(xero.endpoints().authorize())
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", xero.app().clientId())
                .addQueryParameter("redirect_uri", Connected.CALLBACK.toString())
                .addQueryParameter("scope", SCOPES)
                .addQueryParameter("state", consent.state())
                .addQueryParameter("code_challenge", consent.pkce().challenge())
                .addQueryParameter("code_challenge_method", Pkce.METHOD)
                .build();
        URI callback = xero.approve(page.uri());
        return Objects.requireNonNull(HttpUrl.get(callback).queryParameter("code"));
    }
}
