package dev.xeroauth.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PkceTest {

    @Test
    void challenge_exampleOfRfc7636AppendixB_isTheSame() {
        Pkce pkce = new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void random_twice_differsAndHas43Characters() {
        SecureRandom random = new SecureRandom();

        assertThat(Pkce.random(random).verifier()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(Pkce.random(random)).isNotEqualTo(Pkce.random(random));
    }

    @Test
    void toString_always_hidesTheVerifier() {
        assertThat(new Pkce("planted")).asString().doesNotContain("planted");
    }
}
