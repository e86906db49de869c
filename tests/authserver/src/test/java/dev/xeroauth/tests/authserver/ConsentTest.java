package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.tests.authserver.TokenTraffic.Exchange;
import java.net.URI;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private final Connected at = new Connected(Apps.WEB);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void complete_allowed_connectsWithPkceAndASecretThatHasToBeEncoded() {
        ConsentResult result = at.connect();

        assertThat(result.connections()).hasSize(1);
        assertThat(at.auth.describe(Connected.GRANT).xeroUserId()).contains(XeroClaims.userId(at.visitor.name()));
        assertThat(at.server.traffic().exchanges()).containsExactly(new Exchange("authorization_code", 200));
        Line.ok("consent with PKCE (S256) and client_secret_basic");
    }

    @Test
    void begin_withoutTheChallenge_isRefusedByTheServer() {
        HttpUrl url = HttpUrl.get(at.begin().url())
                .newBuilder()
                .removeAllQueryParameters("code_challenge")
                .removeAllQueryParameters("code_challenge_method")
                .build();

        HttpUrl callback = HttpUrl.get(at.visitor.allow(url.uri()));

        assertThat(callback.queryParameter("error")).isEqualTo("invalid_request");
        Line.ok("the server asks for PKCE: without it invalid_request");
    }

    @Test
    void complete_verifierOfAnotherConsent_isRefused() {
        ConsentRequest mine = at.begin();
        ConsentRequest other = at.begin();
        String state = HttpUrl.get(other.url()).queryParameter("state");
        URI callback = HttpUrl.get(at.visitor.allow(mine.url()))
                .newBuilder()
                .setQueryParameter("state", state)
                .build()
                .uri();

        refused(other, callback, Reason.CODE_REFUSED);
        Line.ok("a code with another consent's verifier is refused");
    }

    @Test
    void complete_stateOfAnotherConsent_isRefusedBeforeTheServerIsAsked() {
        ConsentRequest mine = at.begin();
        ConsentRequest other = at.begin();

        refused(mine, at.visitor.allow(other.url()), Reason.STATE_MISMATCH);
        assertThat(at.server.traffic().exchanges()).isEmpty();
        Line.ok("a callback with another state is refused, without a request");
    }

    @Test
    void complete_nothingTicked_saysThatTheUserDidNotConsent() {
        ConsentRequest request = at.begin();

        refused(request, at.visitor.refuse(request.url()), Reason.DENIED);
        Line.ok("access_denied comes back as DENIED");
    }

    @Test
    void complete_wrongSecret_isTheOperatorsError() {
        ConsentRequest request = at.begin();
        URI callback = at.visitor.allow(request.url());
        XeroApp wrong = XeroApp.web(Apps.WEB.clientId(), () -> "s:e%c+r t/e");

        try (XeroAuth auth = at.instance(wrong, at.store).build()) {
            assertThatThrownBy(() -> auth.consent().complete(request, callback))
                    .isInstanceOf(AppRejectedException.class)
                    .hasMessageContaining("invalid_client");
        }
        assertThat(at.server.traffic().exchanges()).containsExactly(new Exchange("authorization_code", 401));
        Line.ok("a wrong secret is answered with 401 here, and is the operator's error");
    }

    private void refused(ConsentRequest request, URI callback, Reason reason) {
        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .asInstanceOf(type(ConsentException.class))
                .extracting(ConsentException::reason)
                .isEqualTo(reason);
        assertThat(at.store.find(Connected.GRANT)).isEmpty();
    }
}
