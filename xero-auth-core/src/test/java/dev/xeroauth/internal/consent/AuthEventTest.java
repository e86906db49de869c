package dev.xeroauth.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthEventTest {

    @Test
    void of_bothClaims_areRead() {
        AuthEvent event = AuthEvent.of(token(
                "{\"xero_userid\":\"" + new UUID(1, 2) + "\",\"authentication_event_id\":\"" + new UUID(3, 4) + "\"}"));

        assertThat(event.xeroUserId()).contains(new UUID(1, 2));
        assertThat(event.id()).contains(new UUID(3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.!!.c", "..", "a.bm90LWpzb24.c"})
    void of_noJwt_knowsNothing(String token) {
        assertThat(AuthEvent.of(token).id()).isEmpty();
        assertThat(AuthEvent.of(token).xeroUserId()).isEmpty();
    }

    @Test
    void of_claimThatIsNoId_isLeftOut() {
        assertThat(AuthEvent.of(token("{\"xero_userid\":\"x\",\"authentication_event_id\":7}"))
                        .xeroUserId())
                .isEmpty();
    }

    private static String token(String claims) {
        return "head." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }
}
