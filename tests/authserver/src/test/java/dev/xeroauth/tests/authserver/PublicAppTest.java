package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.tests.authserver.TokenTraffic.Exchange;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Apps without a secret. */
class PublicAppTest {

    private static final Exchange CODE = new Exchange("authorization_code", 200);
    private static final Exchange REFRESH = new Exchange("refresh_token", 200);

    @Test
    void complete_serverGivesPublicAppsNoRefreshToken_saysSoAndStoresNothing() {
        try (Connected at = new Connected(Apps.PKCE_OF_SPRING)) {
            ConsentRequest request = at.begin();
            URI callback = at.visitor.allow(request.url());

            assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                    .asInstanceOf(type(ConsentException.class))
                    .extracting(ConsentException::reason)
                    .isEqualTo(Reason.NO_REFRESH_TOKEN);
            assertThat(at.server.traffic().exchanges()).containsExactly(CODE);
            assertThat(at.store.find(Connected.GRANT)).isEmpty();
        }
        Line.ok("a PKCE app that gets tokens but no refresh token: NO_REFRESH_TOKEN");
    }

    @Test
    void accessToken_serverGivesRefreshTokensAsXeroDoes_refreshesWithTheClientIdAlone() {
        try (Connected at = new Connected(Apps.PKCE)) {
            assertThat(at.connect().connections()).hasSize(1);
            String first = at.token();

            assertThat(at.nextToken()).isNotEqualTo(first).isNotEqualTo(at.nextToken());
            assertThat(at.server.traffic().exchanges()).containsExactly(CODE, REFRESH, REFRESH);
        }
        Line.ok("a PKCE app consents and refreshes without a secret");
    }

    @Test
    void accessToken_appThatTheServerDoesNotKnow_isTheOperatorsErrorAndTheGrantLives() {
        try (Connected at = new Connected(Apps.PKCE)) {
            at.connect();
            at.time.advance(Connected.UNTIL_DUE);
            XeroApp misspelt = XeroApp.pkce("pkce-ap");
            try (XeroAuth stranger = at.instance(misspelt, at.store).build()) {
                assertThatThrownBy(() -> stranger.accessToken(Connected.GRANT))
                        .isInstanceOf(AppRejectedException.class)
                        .hasMessageContaining("invalid_client");
            }
            at.time.advance(Duration.ofMinutes(5));

            assertThat(at.token()).isNotEmpty();
        }
        Line.ok("a refresh with an unknown client id is invalid_client, and disconnects nobody");
    }
}
