package dev.xeroauth.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConsentOptions;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentSealTest {

    private static final PendingConsent CONSENT = new PendingConsent(
            GrantId.of("kunde-ü-😀"),
            "the-state",
            "the-nonce",
            new Pkce("the-verifier"),
            URI.create("https://app.example/callback?x=1"),
            "accounting.invoices.read offline_access",
            ConsentOptions.none().acrValues("bundle:1").refuseAnotherUser(),
            Instant.parse("2026-11-21T10:10:00Z"));

    @Test
    void open_whatWasSealed_comesBackEqual() {
        assertThat(seal("production").open(seal("production").seal(CONSENT))).contains(CONSENT);
    }

    @Test
    void seal_aConsent_isFitForACookieAndShowsNothing() {
        String text = seal("production").seal(CONSENT);

        assertThat(text).matches("[A-Za-z0-9_.-]+").hasSizeLessThan(2048).doesNotContain("state", "verifier");
    }

    @Test
    void open_anotherEnvironment_isRefused() {
        assertThat(seal("staging").open(seal("production").seal(CONSENT))).isEmpty();
    }

    @Test
    void open_anyCharacterChanged_isRefused() {
        String text = seal("production").seal(CONSENT);
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            // The last character of a part may hold bits that decode to nothing.
            if (!sameBytes(text, changed)) {
                assertThat(seal("production").open(changed))
                        .as("character " + i)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "....", "ä.ö.ü", "YQ.YQ.YQ"})
    void open_anythingElse_isRefused(String text) {
        assertThat(seal("production").open(text)).isEmpty();
    }

    private static boolean sameBytes(String a, String b) {
        String[] x = a.split("\\.", -1);
        String[] y = b.split("\\.", -1);
        return x.length == y.length && x[1].equals(y[1]) && decodesTheSame(x[0], y[0]) && decodesTheSame(x[2], y[2]);
    }

    private static boolean decodesTheSame(String a, String b) {
        try {
            return new String(Base64.getUrlDecoder().decode(a), StandardCharsets.ISO_8859_1)
                    .equals(new String(Base64.getUrlDecoder().decode(b), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ConsentSeal seal(String environment) {
        byte[] key = new byte[32];
        key[0] = 1;
        KeyRing keys = KeyRing.of("k", key);
        return new ConsentSeal(new AesGcmTokenCipher(() -> keys, new SecureRandom()), environment, new SecureRandom());
    }
}
