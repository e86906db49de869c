package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.DisconnectFailedException;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.Revocation;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevokeTest {

    private static final GrantId SAME_USER = GrantId.of("customer-7");
    private static final GrantId OTHER_USER = GrantId.of("customer-9");

    private final Connected at =
            new Connected(new InMemoryTokenStore(), fake -> fake.user("kim@example.com", "Kim", "Ledger"));

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void revoke_userHasOtherGrants_namesThemAndEndsThemAtXero() throws Exception {
        connectThree();
        assertThat(at.auth.grantsOfSameUser(Connected.GRANT)).containsExactly(SAME_USER);

        Revocation revocation = at.auth.revoke(Connected.GRANT);

        assertThat(revocation).isEqualTo(new Revocation(Connected.GRANT, List.of(SAME_USER), List.of()));
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
        at.time.advance(Duration.ofMinutes(31));
        assertThat(at.auth.accessToken(OTHER_USER).value()).isNotEmpty();
        assertThatThrownBy(() -> at.auth.accessToken(SAME_USER)).isInstanceOf(TokenUnavailableException.class);
        at.time.advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> at.auth.accessToken(SAME_USER)).isInstanceOf(GrantDisconnectedException.class);
        assertThat(at.event(GrantDisconnected.class).grantId()).isEqualTo(SAME_USER);
    }

    private void connectThree() {
        at.connect(at.bakery());
        at.connect(SAME_USER, at.cycles());
        ConsentRequest request = at.auth.consent().begin(OTHER_USER, Connected.CALLBACK, Connected.SCOPES);
        at.auth
                .consent()
                .complete(
                        request, at.xero.approve(request.url(), at.xero.users().get(1), at.bakery()));
    }

    @Test
    void revoke_recordsThatDoNotOpen_areNamedToo() {
        at.connect(at.bakery());
        byte[] key = new byte[32];
        key[0] = 9;
        try (XeroAuth elsewhere =
                at.instance().encryption(KeyRing.of("elsewhere", key)).build()) {
            ConsentRequest request = elsewhere.consent().begin(SAME_USER, Connected.CALLBACK, Connected.SCOPES);
            elsewhere.consent().complete(request, at.xero.approve(request.url(), at.cycles()));
        }

        assertThat(at.auth.revoke(Connected.GRANT))
                .isEqualTo(new Revocation(Connected.GRANT, List.of(), List.of(SAME_USER)));
    }

    @Test
    void revoke_refreshComesBetween_revokesItsTokensToo() throws InterruptedException {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.next(Endpoint.TOKEN, Fault.holdUp());
        CompletableFuture<Revocation> revoking = CompletableFuture.supplyAsync(() -> at.auth.revoke(Connected.GRANT));
        at.xero.awaitHeldUp(1);
        try (XeroAuth other = at.instance().build()) {
            other.retry(Connected.GRANT);
        }
        at.xero.releaseHeldUp();

        assertThat(revoking.join().grantId()).isEqualTo(Connected.GRANT);

        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
        assertThat(revocations()).isEqualTo(2);
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
    }

    @Test
    void revoke_refreshIsUnderWay_waitsForItAndRevokesItsTokens() throws Exception {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.next(Endpoint.TOKEN, Fault.holdUp());
        try (XeroAuth other = at.instance().build()) {
            CompletableFuture<?> refreshing = CompletableFuture.supplyAsync(() -> other.retry(Connected.GRANT));
            at.xero.awaitHeldUp(1);
            CompletableFuture<Revocation> revoking =
                    CompletableFuture.supplyAsync(() -> at.auth.revoke(Connected.GRANT));
            Threads.until(() -> revocations() == 1);
            assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
            at.xero.releaseHeldUp();
            refreshing.join();

            assertThat(revoking.join().grantId()).isEqualTo(Connected.GRANT);
        }
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
    }

    private long revocations() {
        return at.xero.ledger().entries().stream()
                .filter(entry -> entry.what().endsWith("/connect/revocation"))
                .count();
    }

    @Test
    void revoke_xeroDoesNotAnswer_leavesTheGrantAlive() {
        at.connect();
        at.xero.next(Endpoint.TOKEN, Fault.answer(503, "text/html", ""));

        assertThatThrownBy(() -> at.auth.revoke(Connected.GRANT))
                .isInstanceOf(DisconnectFailedException.class)
                .hasMessageContaining("503");

        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
        at.auth.revoke(Connected.GRANT);
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
    }

    @Test
    void revoke_wrongSecret_isTheOperatorsError() {
        at.connect();
        XeroApp wrong = XeroApp.web(at.xero.app().clientId(), () -> "s3cr3t-of-another-app");
        try (XeroAuth auth = at.instance().app(wrong).build()) {
            assertThatThrownBy(() -> auth.revoke(Connected.GRANT))
                    .isInstanceOf(AppRejectedException.class)
                    .message()
                    .doesNotContain("s3cr3t");
        }
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
    }
}
