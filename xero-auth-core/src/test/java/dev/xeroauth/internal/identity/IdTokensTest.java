package dev.xeroauth.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.xeroauth.IdTokenException;
import dev.xeroauth.IdTokenException.Reason;
import dev.xeroauth.XeroUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokensTest {

    private static final RSAKey KEY = Issuer.key("K-1");

    private Issuer issuer;
    private IdTokens tokens;

    @BeforeEach
    void start() throws IOException {
        issuer = new Issuer();
        issuer.publishes(KEY);
        tokens = issuer.tokens();
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void verify_everyClaim_isTheUser() {
        XeroUser user = tokens.verify(
                signed(issuer.claims()
                        .claim("email", "ada@example.com")
                        .claim("given_name", "Ada")
                        .claim("family_name", "Lovelace")
                        .claim("name", "Ada Lovelace")),
                Issuer.NONCE);

        assertThat(user.id()).isEqualTo(Issuer.USER);
        assertThat(user.subject()).isEqualTo("SUBJECT-1");
        assertThat(user.email()).contains("ada@example.com");
        assertThat(user.givenName()).contains("Ada");
        assertThat(user.familyName()).contains("Lovelace");
        assertThat(user.name()).contains("Ada Lovelace");
        assertThat(user).hasToString("XeroUser[id=" + Issuer.USER + "]");
    }

    @Test
    void verify_openidAlone_isAUserWithoutNames() {
        XeroUser user = tokens.verify(signed(issuer.claims().claim("email", "").claim("name", 7)), Issuer.NONCE);

        assertThat(List.of(user.email(), user.givenName(), user.familyName(), user.name()))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void verify_issuedBySomebodyElse_isRefused() {
        assertRefused(signed(issuer.claims().issuer("https://identity.xero.com/")), Reason.ISSUER);
        assertRefused(signed(issuer.claims().issuer(null)), Reason.ISSUER);
    }

    @Test
    void verify_forAnotherApp_isRefused() {
        assertRefused(signed(issuer.claims().audience("CLIENT-2")), Reason.AUDIENCE);
        assertRefused(signed(issuer.claims().audience(List.of())), Reason.AUDIENCE);
        assertRefused(signed(issuer.claims().audience("CLIENT-2").claim("azp", Issuer.CLIENT_ID)), Reason.AUDIENCE);
    }

    @Test
    void verify_severalAudiences_wantsUsAsTheAuthorizedParty() {
        JWTClaimsSet.Builder both = issuer.claims().audience(List.of("CLIENT-2", Issuer.CLIENT_ID));

        assertRefused(signed(both), Reason.AUDIENCE);
        assertRefused(signed(both.claim("azp", "CLIENT-2")), Reason.AUDIENCE);
        assertThat(tokens.verify(signed(both.claim("azp", Issuer.CLIENT_ID)), Issuer.NONCE))
                .isNotNull();
    }

    @Test
    void verify_oneAudienceAndAnotherAuthorizedParty_isRefused() {
        assertRefused(signed(issuer.claims().claim("azp", "CLIENT-2")), Reason.AUDIENCE);
    }

    @Test
    void verify_ofAnotherConsent_isRefused() {
        assertRefused(signed(issuer.claims().claim("nonce", "NONCE-2")), Reason.NONCE);
        assertRefused(signed(issuer.claims().claim("nonce", null)), Reason.NONCE);
    }

    @ParameterizedTest
    @CsvSource({"359, true", "360, false"})
    void verify_minuteAfterItsEnd_isTheLast(int secondsLater, boolean accepted) {
        String token = signed(issuer.claims());
        issuer.pass(Duration.ofSeconds(secondsLater));

        assertVerdict(token, accepted, Reason.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false"})
    void verify_minuteBeforeItsBeginning_isTheFirst(int secondsAhead, boolean accepted) {
        Date then = Date.from(issuer.now().plusSeconds(secondsAhead));

        assertVerdict(signed(issuer.claims().notBeforeTime(then)), accepted, Reason.NOT_YET_VALID);
        assertVerdict(signed(issuer.claims().issueTime(then)), accepted, Reason.NOT_YET_VALID);
    }

    @Test
    void verify_withoutItsTimes_isUnreadable() {
        assertThat(tokens.verify(signed(issuer.claims().notBeforeTime(null)), Issuer.NONCE))
                .isNotNull();
        assertRefused(signed(issuer.claims().expirationTime(null)), Reason.UNREADABLE);
        assertRefused(signed(issuer.claims().issueTime(null)), Reason.UNREADABLE);
        assertRefused(signed(issuer.claims().claim("exp", "soon")), Reason.UNREADABLE);
    }

    @Test
    void verify_namesNoUser_isRefused() {
        assertRefused(signed(issuer.claims().claim("xero_userid", null)), Reason.NO_USER);
        assertRefused(signed(issuer.claims().claim("xero_userid", "ada")), Reason.NO_USER);
        assertRefused(signed(issuer.claims().subject(null)), Reason.NO_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "....", "e30.e30.e30", "{}", "eyJhbGciOiJSUzI1NiJ9..", "é.é.é"})
    void verify_noToken_isUnreadable(String text) {
        assertRefused(text, Reason.UNREADABLE);
    }

    @Test
    void verify_unsigned_isRefusedWithoutAskingForKeys() {
        assertRefused(new PlainJWT(issuer.claims().build()).serialize(), Reason.ALGORITHM);
        assertThat(issuer.calls()).isZero();
    }

    @Test
    void verify_publicKeyAsAPassword_isRefused() throws Exception {
        for (byte[] secret : List.of(
                KEY.toRSAPublicKey().getEncoded(), KEY.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8))) {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    issuer.claims().build());
            token.sign(new MACSigner(secret));

            assertRefused(token.serialize(), Reason.ALGORITHM);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void verify_anotherAlgorithm_isRefused(String algorithm) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(KEY.getKeyID());

        assertRefused(Issuer.signed(KEY, header, issuer.claims().build()), Reason.ALGORITHM);
    }

    @Test
    void verify_encrypted_isRefused() throws Exception {
        EncryptedJWT token = new EncryptedJWT(
                new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM),
                issuer.claims().build());
        token.encrypt(new RSAEncrypter(KEY));

        assertRefused(token.serialize(), Reason.ALGORITHM);
    }

    @Test
    void verify_signedByAnotherKeyOfThatName_isRefused() {
        assertRefused(Issuer.signed(Issuer.key("K-1"), issuer.claims().build()), Reason.SIGNATURE);
    }

    @Test
    void verify_headerThatHasToBeUnderstood_isRefused() {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(KEY.getKeyID())
                .customParam("bound", true)
                .criticalParams(Set.of("bound"));

        assertRefused(Issuer.signed(KEY, header, issuer.claims().build()), Reason.SIGNATURE);
    }

    @Test
    void verify_forgedAndWrongInEveryClaim_isAskedForItsSignatureFirst() {
        JWTClaimsSet wrong = new JWTClaimsSet.Builder().issuer("x").build();

        assertRefused(Issuer.signed(Issuer.key("K-1"), wrong), Reason.SIGNATURE);
    }

    @Test
    void verify_changedAnywhere_isRefusedAndNothingElse() {
        long seed = new Random().nextLong();
        System.out.println("seed: " + seed);
        Random random = new Random(seed);
        String token = signed(issuer.claims());
        for (int i = 0; i < 1_000; i++) {
            StringBuilder changed = new StringBuilder(token);
            // Not the last letter, of which some bits mean nothing.
            changed.setCharAt(random.nextInt(token.length() - 1), (char) (' ' + random.nextInt(95)));
            // Base64 and its URL-safe form say the same with other letters.
            if (!changed.toString().replace('+', '-').replace('/', '_').equals(token)) {
                assertRefused(changed.toString(), null);
            }
        }
        assertThat(issuer.calls()).isLessThanOrEqualTo(1);
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return Issuer.signed(KEY, claims.build());
    }

    private void assertVerdict(String token, boolean accepted, Reason otherwise) {
        if (accepted) {
            assertThat(tokens.verify(token, Issuer.NONCE)).isNotNull();
        } else {
            assertRefused(token, otherwise);
        }
    }

    /** And nothing of the token is in what the exception and its causes say. */
    private void assertRefused(String token, Reason reason) {
        IdTokenException e = catchThrowableOfType(IdTokenException.class, () -> tokens.verify(token, Issuer.NONCE));

        assertThat(e).as(token).isNotNull();
        if (reason != null) {
            assertThat(e.reason()).isEqualTo(reason);
        }
        assertThat(e).hasNoCause().hasMessageStartingWith("The ID token is not accepted: ");
        assertThat(e.getMessage()).doesNotContain("CLIENT-", "NONCE-", "SUBJECT-", "K-1", Issuer.USER.toString());
    }
}
