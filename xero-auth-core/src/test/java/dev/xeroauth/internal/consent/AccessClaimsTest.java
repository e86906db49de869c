package dev.xeroauth.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessClaimsTest {

    @Test
    void of_bothClaims_areRead() {
        AccessClaims event = AccessClaims.of(token(
                "{\"xero_userid\":\"" + new UUID(1, 2) + "\",\"authentication_event_id\":\"" + new UUID(3, 4) + "\"}"));

        assertThat(event.xeroUserId()).contains(new UUID(1, 2));
        assertThat(event.authEventId()).contains(new UUID(3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.!!.c", "..", "a.bm90LWpzb24.c"})
    void of_noJwt_knowsNothing(String token) {
        assertThat(AccessClaims.of(token).authEventId()).isEmpty();
        assertThat(AccessClaims.of(token).xeroUserId()).isEmpty();
    }

    @Test
    void of_claimThatIsNoId_isLeftOut() {
        assertThat(AccessClaims.of(token("{\"xero_userid\":\"x\",\"authentication_event_id\":7}"))
                        .xeroUserId())
                .isEmpty();
    }

    @Test
    void of_scopes_areReadAsAListAndAsAText() {
        assertThat(AccessClaims.of(token("{\"scope\":[\"openid\",\"email\"]}")).scopes())
                .containsExactlyInAnyOrder("openid", "email");
        assertThat(AccessClaims.of(token("{\"scope\":\"openid email\",\"client_id\":\"app\"}")))
                .isEqualTo(new AccessClaims(
                        Optional.empty(), Optional.empty(), Optional.of("app"), Set.of("openid", "email")));
        assertThat(AccessClaims.of("opaque").scopes()).isEmpty();
    }

    private static String token(String claims) {
        return "head." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }
}
