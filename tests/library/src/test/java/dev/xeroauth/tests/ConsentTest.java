package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.ConsentOptions;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantConnected;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroUser;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import dev.xeroauth.testkit.Ledger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private final Connected at = new Connected();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void complete_approved_storesTheTokensSealedAndListsTheTenants() throws InterruptedException {
        ConsentResult result = at.connect();

        assertThat(result.connections()).extracting(Connection::tenantId).containsExactly(at.bakery(), at.cycles());
        assertThat(result.connections().get(0).name()).contains("Orchard Lane Bakery");
        assertThat(at.event(GrantConnected.class)).isEqualTo(new GrantConnected(Connected.GRANT, false));
        String token = at.auth.accessToken(Connected.GRANT).value();
        StoredGrant stored = at.store.find(Connected.GRANT).orElseThrow();
        assertThat(new String(stored.sealed().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(token);
    }

    @Test
    void complete_inAnotherInstance_worksFromTheSealedTextAlone() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());

        try (XeroAuth other = at.instance().build()) {
            ConsentRequest resumed = other.consent().resume(request.sealed());
            assertThat(resumed.url()).isEqualTo(request.url());
            assertThat(other.consent().complete(resumed, callback).grantId()).isEqualTo(Connected.GRANT);
        }
        assertThat(at.auth.accessToken(Connected.GRANT).value()).isNotEmpty();
    }

    @Test
    void complete_tokens_areStoredBeforeTheConnectionsAreRead() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        Fault down = Fault.answer(503, "text/html", "<h1>Down</h1>");
        at.xero.next(Endpoint.CONNECTIONS, down, down, down);

        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .isInstanceOf(ConnectionsUnavailableException.class)
                .hasMessageContaining("503")
                .hasMessageContaining("The tokens are stored");

        assertThat(at.auth.connections(Connected.GRANT)).hasSize(2);
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isEqualTo(1);
    }

    @Test
    void complete_connectionsFailOnce_areReadAgain() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.xero.next(Endpoint.CONNECTIONS, Fault.cutAnswer(), Fault.tooManyRequests("minute", Duration.ofSeconds(1)));

        assertThat(at.auth.consent().complete(request, callback).connections()).hasSize(2);
        assertThat(at.xero.ledger().requests(Endpoint.CONNECTIONS)).isEqualTo(3);
    }

    @Test
    void complete_connectionsAreNotJson_saysSoWithoutQuotingThem() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.xero.next(Endpoint.CONNECTIONS, Fault.answer(200, "text/html", "<h1>secret</h1>"));

        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .isInstanceOf(ConnectionsUnavailableException.class)
                .hasMessageContaining("unreadable")
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void complete_denied_saysThatTheUserDidNotConsent() {
        ConsentRequest request = at.begin();

        refused(request, at.xero.deny(request.url()), Reason.DENIED);
        assertThatThrownBy(() -> at.auth.accessToken(Connected.GRANT)).isInstanceOf(GrantNotFoundException.class);
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isZero();
    }

    @Test
    void complete_callbackOfAnotherConsent_isRefusedBeforeTheExchange() {
        ConsentRequest mine = at.begin();
        ConsentRequest other = at.auth.consent().begin(GrantId.of("customer-7"), Connected.CALLBACK, Connected.SCOPES);

        refused(mine, at.xero.approve(other.url()), Reason.STATE_MISMATCH);
        refused(mine, URI.create(Connected.CALLBACK + "?code=forged"), Reason.STATE_MISMATCH);
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isZero();
    }

    @Test
    void complete_neitherCodeNorError_isRefused() {
        ConsentRequest request = at.begin();
        String state = okhttp3.HttpUrl.get(request.url()).queryParameter("state");

        refused(request, URI.create(Connected.CALLBACK + "?state=" + state), Reason.UNREADABLE_CALLBACK);
    }

    @Test
    void complete_afterTenMinutes_isRefused() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.time.advance(Duration.ofMinutes(10));

        refused(request, callback, Reason.EXPIRED_OR_CHANGED);
    }

    @Test
    void resume_textFromElsewhere_isRefused() {
        assertThatThrownBy(() -> at.auth.consent().resume("nonsense"))
                .asInstanceOf(type(ConsentException.class))
                .extracting(ConsentException::reason)
                .isEqualTo(Reason.EXPIRED_OR_CHANGED);
    }

    @Test
    void complete_twice_isRefusedTheSecondTimeAndTheGrantLives() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.auth.consent().complete(request, callback);

        refused(request, callback, Reason.ALREADY_COMPLETED);
        assertThat(at.auth.accessToken(Connected.GRANT).value()).isNotEmpty();
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isEqualTo(1);
    }

    @Test
    void complete_tokenAnswerUnreadable_saysSo() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.xero.next(Endpoint.TOKEN, Fault.answer(200, "application/json", "{\"access_token\":"));

        refused(request, callback, Reason.NO_ANSWER);
    }

    @Test
    void complete_wrongSecret_isTheOperatorsError() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        XeroApp wrong = XeroApp.web(at.xero.app().clientId(), () -> "s3cr3t-of-another-app");
        try (XeroAuth auth = at.instance().app(wrong).build()) {
            assertThatThrownBy(() -> auth.consent().complete(request, callback))
                    .isInstanceOf(AppRejectedException.class)
                    .hasMessageContaining("invalid_client")
                    .message()
                    .doesNotContain("s3cr3t");
        }
    }

    @Test
    void complete_storeDownForAWhile_savesWhenItIsBack() throws Exception {
        at.connect();
        String before = at.auth.accessToken(Connected.GRANT).value();
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.store.writable(false);
        CompletableFuture<ConsentResult> completing =
                CompletableFuture.supplyAsync(() -> at.auth.consent().complete(request, callback));
        // Three tries to write make one attempt.
        Threads.until(() -> at.store.refusedWrites() >= 6);

        at.store.writable(true);

        assertThat(completing.join().connections()).hasSize(2);
        assertThat(at.auth.accessToken(Connected.GRANT).value()).isNotEqualTo(before);
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isEqualTo(2);
    }

    @Test
    void complete_openidWasAskedFor_saysWho() {
        Scopes scopes = Connected.SCOPES.and(Scope.OPENID, Scope.PROFILE, Scope.EMAIL);
        ConsentRequest request = at.auth.consent().begin(Connected.GRANT, Connected.CALLBACK, scopes);

        XeroUser user = at.auth
                .consent()
                .complete(request, at.xero.approve(request.url()))
                .user()
                .orElseThrow();

        assertThat(user.id()).isEqualTo(at.xero.user().id());
        assertThat(user.email()).contains(at.xero.user().email());
        assertThat(user.toString()).doesNotContain(at.xero.user().email());
        assertThat(at.xero.ledger().requests(Endpoint.JWKS)).isEqualTo(1);
    }

    @Test
    void begin_options_areInTheAddress() {
        HttpUrl first = HttpUrl.get(at.begin().url());
        HttpUrl second = HttpUrl.get(at.auth
                .consent()
                .begin(
                        Connected.GRANT,
                        Connected.CALLBACK,
                        Connected.SCOPES,
                        ConsentOptions.none().acrValues("bundle:one two"))
                .url());

        assertThat(first.queryParameter("acr_values")).isNull();
        assertThat(second.queryParameter("acr_values")).isEqualTo("bundle:one two");
        for (String random : List.of("state", "nonce", "code_challenge")) {
            assertThat(first.queryParameter(random))
                    .hasSizeGreaterThanOrEqualTo(22)
                    .isNotEqualTo(second.queryParameter(random));
        }
        assertThat(first.queryParameter("code_challenge_method")).isEqualTo("S256");
    }

    @Test
    void complete_sameCallbackTwiceAtOnce_asksXeroOnce() throws Exception {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.xero.next(Endpoint.TOKEN, Fault.holdUp());
        CompletableFuture<ConsentResult> first =
                CompletableFuture.supplyAsync(() -> at.auth.consent().complete(request, callback));
        at.xero.awaitHeldUp(1);

        refused(request, callback, Reason.ALREADY_COMPLETED);
        at.xero.releaseHeldUp();

        assertThat(first.join().connections()).hasSize(2);
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isEqualTo(1);
    }

    @Test
    void begin_addressThatXeroRefuses_isRefusedBefore() {
        assertThatThrownBy(() -> at.auth
                        .consent()
                        .begin(Connected.GRANT, URI.create("http://127.0.0.1/callback"), Connected.SCOPES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void onlyConnection_several_namesTheChoices() {
        assertThatThrownBy(() -> at.connect().onlyConnection())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(at.bakery().toString())
                .hasMessageContaining(at.cycles().toString());
    }

    @Test
    void toString_ofEverythingOnTheWay_showsNoSecret() {
        ConsentRequest request = at.begin();
        ConsentResult result = at.auth.consent().complete(request, at.xero.approve(request.url()));
        String shown =
                request + " " + result + " " + result.connections() + at.auth.accessToken(Connected.GRANT) + at.events
                        + at.xero.ledger().entries().stream()
                                .map(Ledger.Entry::toString)
                                .toList();

        assertThat(shown)
                .doesNotContain(request.sealed())
                .doesNotContain(okhttp3.HttpUrl.get(request.url()).queryParameter("state"))
                .doesNotContain(at.auth.accessToken(Connected.GRANT).value())
                .doesNotContain("Bakery");
    }

    private void refused(ConsentRequest request, URI callback, Reason reason) {
        List<Object> before = List.copyOf(at.events);
        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .asInstanceOf(type(ConsentException.class))
                .extracting(ConsentException::reason)
                .isEqualTo(reason);
        assertThat(List.<Object>copyOf(at.events)).isEqualTo(before);
    }
}
