package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantRecovered;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.StoreWentBack;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.authserver.TokenTraffic.Exchange;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes and refresh tokens that were used before. This server accepts none of them for a moment longer. */
class UsedTokenTest {

    private static final Duration SECOND_LOOK = Duration.ofSeconds(30);
    private static final Exchange REFRESHED = new Exchange("refresh_token", 200);
    private static final Exchange REFUSED = new Exchange("refresh_token", 400);

    private final Connected at = new Connected(Apps.WEB);

    @AfterEach
    void close() {
        at.close();
    }

    /** The server takes a code that comes twice for stolen, and revokes what the first exchange gave (RFC 6749, 4.1.2). */
    @Test
    void complete_codeTwice_isRefusedWithoutAskingAndTheGrantLives() {
        ConsentRequest request = at.begin();
        URI callback = at.visitor.allow(request.url());
        at.auth.consent().complete(request, callback);
        at.server.traffic().clear();

        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .asInstanceOf(type(ConsentException.class))
                .extracting(ConsentException::reason)
                .isEqualTo(Reason.ALREADY_COMPLETED);

        assertThat(at.server.traffic().exchanges()).isEmpty();
        at.nextToken();
        Line.ok("a callback that comes twice is completed once, and the grant lives");
    }

    @Test
    void exchange_codeTwiceByHand_costsTheGrantItsRefreshToken() {
        ConsentRequest request = at.begin();
        URI callback = at.visitor.allow(request.url());
        at.auth.consent().complete(request, callback);

        String code = Objects.requireNonNull(HttpUrl.get(callback)).queryParameter("code");
        assertThat(new ByHand(at.server)
                        .exchange(String.valueOf(code), at.server.traffic().lastVerifier())
                        .status())
                .isEqualTo(400);

        disconnects(at.auth);
        Line.ok("which matters: a code that is exchanged twice ends the grant at this server");
    }

    @Test
    void refresh_rotatedTokenByHand_isRefusedAndTheGrantGoesOn() {
        at.connect();
        String used = at.server.refreshToken(at.token());
        at.nextToken();

        ByHand.Answer answer = new ByHand(at.server).refresh(used);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"invalid_grant\"");
        at.nextToken();
        Line.ok("a rotated token is invalid_grant here at once, and its successor lives");
    }

    @Test
    void accessToken_storeWentBackUnderAProcessThatKnowsBetter_isGivenBackItsTokens() {
        at.connect();
        at.nextToken();
        StoredGrant old = stored();
        at.nextToken();
        goBackTo(old);
        at.server.traffic().clear();

        at.nextToken();

        assertThat(at.server.traffic().exchanges()).containsExactly(REFRESHED);
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
        at.auth.close();
        assertThat(at.events(StoreWentBack.class)).hasSize(1);
        Line.ok("a store that went back is given back the newer token, and no used one is presented");
    }

    @Test
    void accessToken_storeWentBackAndNobodyKnows_isDisconnectedAfterTwoLooks() {
        at.connect();
        at.nextToken();
        StoredGrant old = stored();
        at.nextToken();
        goBackTo(old);
        at.server.traffic().clear();

        try (XeroAuth other = at.instance(Apps.WEB, at.store).build()) {
            disconnects(other);
        }
        // The current and the previous token, twice.
        assertThat(at.server.traffic().exchanges()).containsExactly(REFUSED, REFUSED, REFUSED, REFUSED);
        Line.ok("a store that went back and nobody who knows: 2 tokens refused, twice, then disconnected");
    }

    @Test
    void accessToken_disconnectedForAStoreThatWentBack_isSavedByTheProcessThatKnowsBetter() {
        at.connect();
        StoredGrant old = stored();
        String newest = at.nextToken();
        goBackTo(old);
        try (XeroAuth other = at.instance(Apps.WEB, at.store).build()) {
            disconnects(other);
        }

        assertThat(at.nextToken()).isNotEqualTo(newest);

        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
        at.auth.close();
        assertThat(at.events(GrantRecovered.class)).hasSize(1);
        Line.ok("a grant disconnected for that is recovered by the process that remembers the newer token");
    }

    private void disconnects(XeroAuth auth) {
        at.time.advance(Connected.UNTIL_DUE);
        assertThatThrownBy(() -> auth.accessToken(Connected.GRANT)).isInstanceOf(TokenUnavailableException.class);
        assertThat(auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.SUSPECT);
        at.time.advance(SECOND_LOOK);
        assertThatThrownBy(() -> auth.accessToken(Connected.GRANT)).isInstanceOf(GrantDisconnectedException.class);
        assertThat(auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    private StoredGrant stored() {
        return at.store.find(Connected.GRANT).orElseThrow();
    }

    private void goBackTo(StoredGrant old) {
        assertThat(at.store.replace(old, stored().revision())).isTrue();
    }
}
