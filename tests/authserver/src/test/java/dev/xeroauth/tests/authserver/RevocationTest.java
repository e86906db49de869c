package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.ForeignRotationSuspected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.Revocation;
import dev.xeroauth.TokenUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a grant at the server. */
class RevocationTest {

    private final Connected at = new Connected(Apps.WEB);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void accessToken_revokedBySomebodyElse_isDisconnectedAfterTwoLooks() {
        at.connect();
        String refreshToken = at.server.refreshToken(at.token());
        assertThat(new ByHand(at.server).revoke(refreshToken).status()).isEqualTo(200);

        at.time.advance(Connected.UNTIL_DUE);
        assertThatThrownBy(at::token).isInstanceOf(TokenUnavailableException.class);
        at.time.advance(Duration.ofSeconds(30));
        assertThatThrownBy(at::token).isInstanceOf(GrantDisconnectedException.class);

        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.DISCONNECTED);
        at.auth.close();
        assertThat(at.events(ForeignRotationSuspected.class)).hasSize(1);
        Line.ok("a grant that somebody else revoked is disconnected after two looks");
    }

    @Test
    void revoke_grant_isRevokedAtTheServerAndEndedHere() {
        at.connect();
        String refreshToken = at.server.refreshToken(at.token());

        Revocation revocation = at.auth.revoke(Connected.GRANT);

        assertThat(revocation.grantId()).isEqualTo(Connected.GRANT);
        assertThat(revocation.endedWith()).isEmpty();
        ByHand.Answer refused = new ByHand(at.server).refresh(refreshToken);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_grant");
        assertThatThrownBy(at::token).isInstanceOf(GrantNotFoundException.class);
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
        Line.ok("a grant revoked by the library is revoked at the server, and ended here");
    }

    @Test
    void complete_afterTheEnd_connectsAgain() {
        at.connect();
        new ByHand(at.server).revoke(at.server.refreshToken(at.token()));

        at.connect();

        assertThat(at.nextToken()).isNotEmpty();
        Line.ok("a revoked user consents again");
    }
}
