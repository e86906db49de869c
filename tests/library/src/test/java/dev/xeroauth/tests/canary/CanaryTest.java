package dev.xeroauth.tests.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentFlow;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lives of a grant, good and bad, after which nothing that was secret or a customer's shows: in no line of any log at any
 * level, in no exception or cause of one, in no text form of what was handed out or is held inside. What a life plants is
 * read from the wire, from what the cipher was given, and from what the test set up. Sealed records are no canaries: they
 * are there to be seen. The library sends no nonce of OpenID Connect; one would be planted.
 */
@Isolated("It listens to all loggers and to System.out")
class CanaryTest {

    private static final Tally TALLY = new Tally();

    @AfterAll
    static void tell() {
        TALLY.print();
    }

    @ParameterizedTest
    @EnumSource
    void consent_goodAndBad_showsNothing(Keeping keeping) {
        WatchedLife life = new WatchedLife(keeping);
        life.connect();
        ConsentRequest request = life.begin();
        URI callback = life.xero.approve(request.url());
        assertThat(complete(life, request, life.xero.deny(request.url()))).isInstanceOf(ConsentException.class);
        complete(life, life.begin(), callback);
        complete(life, request, URI.create(callback.toString().replace("code=", "cod=")));
        complete(life, request, URI.create(WatchedLife.CALLBACK + "?code=" + WatchedLife.ECHO));
        complete(life, request, URI.create(callback + "&error=" + WatchedLife.ECHO));
        assertThat(complete(life, request, callback)).isNull();
        assertThat(complete(life, request, callback)).isInstanceOf(ConsentException.class);
        resume(life, request.sealed());
        life.time.advance(Duration.ofMinutes(11));
        complete(life, request, callback);

        TALLY.nothingShows(life);
        assertThat(life.canaries.kinds())
                .contains("access token", "refresh token", "id token", "authorization code", "state", "PKCE verifier")
                .contains("sealed consent", "client secret", "client id and secret", "header with client id and secret")
                .contains("encryption key", "plaintext of a record", "tenant's name");
        assertThat(life.seen.holding(life.canaries)).contains("ConsentRequest");
        assertThat(life.seen.linesFrom("logger h2database") > 0).isEqualTo(keeping == Keeping.IN_H2);
    }

    private static void resume(WatchedLife life, String sealed) {
        ConsentFlow consent = life.auth.consent();
        life.tries(() -> consent.resume(sealed));
        life.tries(() -> consent.resume(sealed.substring(3)));
        life.tries(() -> consent.resume("x." + sealed));
        URI bad = URI.create("https://user:" + WatchedLife.ECHO + "@host/?x=" + WatchedLife.ECHO);
        life.tries(() -> consent.begin(WatchedLife.GRANT, bad, WatchedLife.SCOPES));
    }

    @ParameterizedTest
    @EnumSource
    void consent_xeroFails_showsNothing(Keeping keeping) {
        WatchedLife life = new WatchedLife(keeping);
        for (Fault fault : Troubles.atTokens()) {
            assertThat(life.tries(Endpoint.TOKEN, fault, life::connect))
                    .as("after %s", fault)
                    .isInstanceOfAny(ConsentException.class, AppRejectedException.class);
        }
        assertThat(life.tries(Endpoint.TOKEN, Fault.answerWithout("refresh_token"), life::connect))
                .isInstanceOf(ConsentException.class);
        for (Fault fault : Troubles.atConnections()) {
            assertThat(life.tries(Endpoint.CONNECTIONS, fault, life::connect))
                    .as("after %s", fault)
                    .isInstanceOf(ConnectionsUnavailableException.class);
        }
        life.xero.next(Endpoint.CONNECTIONS, Troubles.DOWN, Fault.cutAnswer());
        assertThat(life.tries(Endpoint.CONNECTIONS, Fault.dropAfterWork(), life::connect))
                .isInstanceOf(ConnectionsUnavailableException.class);

        TALLY.nothingShows(life);
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_everyAnswerOfXero_showsNothing(Keeping keeping) {
        WatchedLife life = new WatchedLife(keeping);
        life.connect();
        for (Fault fault : Troubles.atTokens()) {
            life.time.advance(Duration.ofMinutes(30));
            assertThat(life.tries(Endpoint.TOKEN, fault, life::token))
                    .as("after %s", fault)
                    .isInstanceOfAny(TokenUnavailableException.class, AppRejectedException.class);
            assertThat(life.tries(life::token)).as("after %s", fault).isNull();
        }
        life.time.advance(Duration.ofMinutes(30));
        assertThat(life.tries(Endpoint.TOKEN, Fault.answerWithout("refresh_token"), life::token))
                .isNull();
        life.xero.revokeAll();
        life.time.advance(Duration.ofMinutes(30));
        assertThat(life.tries(life::token)).isInstanceOf(TokenUnavailableException.class);
        life.time.advance(Duration.ofMinutes(1));
        assertThat(life.tries(life::token)).isInstanceOf(GrantDisconnectedException.class);
        life.connect();

        TALLY.nothingShows(life);
        assertThat(life.seen.holding(life.canaries)).contains("RefreshRequest", "TokenSet", "AccessToken");
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_wrongSecretOrNone_showsNothing(Keeping keeping) {
        WatchedLife life = new WatchedLife(keeping);
        life.connect();
        life.time.advance(Duration.ofMinutes(30));
        XeroApp wrong = WatchedLife.app(WatchedLife.WRONG_SECRET);
        XeroApp failing = XeroApp.web("canary-app", () -> {
            throw new IllegalStateException("The vault says " + WatchedLife.SECRET);
        });
        try (XeroAuth one = life.instance(wrong).build();
                XeroAuth other = life.instance(failing).build()) {
            assertThat(life.tries(() -> one.accessToken(WatchedLife.GRANT))).isInstanceOf(AppRejectedException.class);
            life.time.advance(Duration.ofMinutes(5));
            assertThat(life.tries(() -> other.accessToken(WatchedLife.GRANT)))
                    .isInstanceOf(TokenUnavailableException.class);
            ConsentRequest request = life.begin();
            life.tries(() -> one.consent().complete(request, life.xero.approve(request.url())));
            life.tries(() -> other.consent().complete(request, life.xero.approve(request.url())));
        }
        life.time.advance(Duration.ofMinutes(5));
        assertThat(life.tries(life::token)).isNull();

        TALLY.nothingShows(life);
    }

    private static @Nullable Exception complete(WatchedLife life, ConsentRequest request, URI callback) {
        return life.tries(() -> life.auth.consent().complete(request, callback));
    }
}
