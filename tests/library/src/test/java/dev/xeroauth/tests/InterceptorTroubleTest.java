package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on the way of a request, and what its caller hears. */
class InterceptorTroubleTest {

    private final Connected at = new Connected();
    private final Requests requests = new Requests(at);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void intercept_unknownGrant_saysSo() {
        assertThat(requests.problem(at.auth, GrantId.of("nobody"), at.bakery()))
                .isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void intercept_storeDown_saysSoAndWorksWhenItIsBack() throws IOException {
        at.connect();
        try (XeroAuth restarted = at.instance().build()) {
            at.store.readable(false);
            assertThat(requests.problem(restarted, Connected.GRANT, at.bakery()))
                    .isInstanceOf(StoreException.class);

            at.store.readable(true);
            at.time.advance(Duration.ofSeconds(2));
            assertThat(requests.status(restarted, at.bakery())).isEqualTo(200);
        }
    }

    @Test
    void intercept_keyMissing_namesItAndTouchesNothing() throws IOException {
        at.connect();
        byte[] key = new byte[32];
        key[0] = 2;
        try (XeroAuth other =
                at.instance().encryption(KeyRing.of("2027-01", key)).build()) {
            assertThat(requests.problem(other, Connected.GRANT, at.bakery()))
                    .isInstanceOf(SealedRecordException.class)
                    .hasMessageContaining("'2026-11'");
        }
        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
    }

    @Test
    void intercept_revokedAtXero_saysThatTheUserHasToConsentAgain() {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.revokeAll();

        assertThat(requests.problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("The grant is kept");
        at.time.advance(Duration.ofSeconds(30));
        assertThat(requests.problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(GrantDisconnectedException.class)
                .hasMessageContaining("consent again");
    }

    @Test
    void intercept_answerOfTheTokenEndpointLost_getsItAgainWithinTheWindow() throws IOException {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        at.xero.next(Endpoint.TOKEN, Fault.dropAfterWork());

        assertThat(requests.problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(TokenUnavailableException.class);
        at.time.advance(Duration.ofMinutes(2));

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(2);
        assertThat(at.xero.ledger().refusedRefreshes()).isZero();
    }

    @Test
    void intercept_tokenAnswerUnreadable_keepsTheGrant() throws IOException {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        at.xero.next(Endpoint.TOKEN, Fault.answer(200, "text/html", "<h1>secret</h1>"));

        assertThat(requests.problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("The grant is kept")
                .message()
                .doesNotContain("secret");
        at.time.advance(Duration.ofMinutes(2));
        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
    }

    @Test
    void enqueue_problem_reachesTheCallbackAsAnIOException() throws InterruptedException {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        Requests.client(at.auth, Connected.GRANT, at.bakery())
                .newCall(requests.request())
                .enqueue(new Callback() {
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
    void intercept_closed_isAnIOExceptionThatSaysSo() {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        at.auth.close();

        assertThat(requests.problem(at.auth, Connected.GRANT, at.bakery())).hasMessageContaining("closed");
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
}
