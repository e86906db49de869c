package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fake's ID tokens and keys, looked at by a library that knows nothing of the fake. */
class FakeIdTokensTest extends FakeXeroCalls {

    private static final String ALL = "openid profile email offline_access";
    private static final String NONCE = "n-0S6_WzA2Mj";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void token_openid_saysWhoSignedInAndIsWellSigned() throws Exception {
        Answered answer = connect(ALL);
        SignedJWT token = SignedJWT.parse(answer.text("id_token"));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        FakeUser user = xero().user();

        assertThat(defects(answer.text("id_token"))).isEmpty();
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss aud iat nbf exp at_hash sid sub auth_time idp xero_userid global_session_id nonce preferred_username email given_name family_name name"
                                .split(" "));
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(seconds(time.now()));
        assertThat(claims.getNotBeforeTime().toInstant()).isEqualTo(seconds(time.now()));
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(seconds(time.now().plus(Duration.ofMinutes(5))));
        assertThat(claims.getStringClaim("at_hash")).isEqualTo(halfHash(answer.text("access_token")));
        assertThat(claims.getStringClaim("xero_userid")).isEqualTo(user.id().toString());
        assertThat(claims.getStringClaim("email")).isEqualTo(user.email());
        assertThat(claims.getStringClaim("name")).isEqualTo(user.givenName() + " " + user.familyName());
    }

    @ParameterizedTest
    @CsvSource({"openid, false, false", "openid profile, true, false", "openid email, false, true"})
    void token_profileOrEmailNotAskedFor_doesNotSayThem(String scopes, boolean name, boolean email) throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(connect(scopes).text("id_token")).getJWTClaimsSet();

        assertThat(claims.getClaims().containsKey("given_name")).isEqualTo(name);
        assertThat(claims.getClaims().containsKey("preferred_username")).isEqualTo(name);
        assertThat(claims.getClaims().containsKey("email")).isEqualTo(email);
    }

    @Test
    void token_withoutOpenid_isNoIdToken() throws IOException {
        assertThat(connect("profile email offline_access").body().has("id_token"))
                .isFalse();
    }

    @Test
    void token_refreshed_isAboutTheSameSignInWithoutANonce() throws Exception {
        Answered first = connect(ALL);
        time.advance(HALF_AN_HOUR);

        Answered second = refresh(first.text("refresh_token"));

        JWTClaimsSet claims = SignedJWT.parse(second.text("id_token")).getJWTClaimsSet();
        assertThat(defects(second.text("id_token"))).containsExactly("NONCE");
        assertThat(claims.getClaims()).doesNotContainKey("nonce");
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(START.getEpochSecond());
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(seconds(START.plus(HALF_AN_HOUR)));
        assertThat(claims.getStringClaim("at_hash")).isEqualTo(halfHash(second.text("access_token")));
        assertThat(claims.getSubject())
                .isEqualTo(SignedJWT.parse(first.text("id_token"))
                        .getJWTClaimsSet()
                        .getSubject());
    }

    @Test
    void rotateSigningKey_laterTokens_haveAnotherKeyBesideTheOldOne() throws Exception {
        String before = connect(ALL).text("id_token");
        xero().rotateSigningKey();
        String after = connect(ALL).text("id_token");

        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        assertThat(keys().getKeys()).extracting(JWK::getKeyID).containsExactly(keyId(before), keyId(after));
        assertThat(keys().getKeys()).noneMatch(JWK::isPrivate);
        assertThat(defects(before)).isEmpty();
        assertThat(defects(after)).isEmpty();
    }

    @Test
    void jwks_asked_isCountedAndMeetsFaults() throws IOException {
        xero().next(Endpoint.JWKS, Fault.answer(503, "text/html", "<h1>Down</h1>"));

        assertThat(call(jwks()).status()).isEqualTo(503);
        assertThat(call(jwks()).status()).isEqualTo(200);
        assertThat(xero().ledger().requests(Endpoint.JWKS)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_ISSUER,    ISSUER",
        "WRONG_AUDIENCE,  AUDIENCE",
        "WRONG_NONCE,     NONCE",
        "WRONG_SIGNATURE, SIGNATURE",
        "UNKNOWN_KEY,     UNKNOWN_KEY",
        "NO_ALGORITHM,    ALGORITHM",
        "EXPIRED,         EXPIRED",
        "FROM_THE_FUTURE, NOT_YET_VALID",
        "NO_USER,         NO_USER",
        "UNREADABLE,      UNREADABLE"
    })
    void next_badIdToken_isWrongInThatAndNothingElse(BadIdToken bad, String defect) throws Exception {
        xero().rotateSigningKey();
        xero().next(Endpoint.TOKEN, Fault.idToken(bad));

        Answered answer = connect(ALL);

        assertThat(defects(answer.text("id_token"))).containsExactly(defect);
        assertThat(get("/connections", answer.text("access_token")).status()).isEqualTo(200);
        assertThat(defects(connect(ALL).text("id_token"))).isEmpty();
    }

    @Test
    void next_badIdTokenWhereNoneIsIssued_leavesTheAnswer() throws IOException {
        xero().next(Endpoint.TOKEN, Fault.idToken(BadIdToken.UNREADABLE));

        Answered answer = connect();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("id_token")).isFalse();
    }

    private Answered connect(String scopes) throws IOException {
        String code = code(url -> url.setQueryParameter("scope", scopes).setQueryParameter("nonce", NONCE));
        return exchange(code, CALLBACK);
    }

    /** Everything that a strict reader finds, not the first alone. */
    private List<String> defects(String token) throws Exception {
        JWT parsed;
        try {
            parsed = JWTParser.parse(token);
        } catch (ParseException e) {
            return List.of("UNREADABLE");
        }
        JWTClaimsSet claims = parsed.getJWTClaimsSet();
        List<String> defects = new ArrayList<>(signatureDefects(parsed));
        note(defects, "ISSUER", claims.getIssuer().equals("https://identity.xero.com"));
        note(
                defects,
                "AUDIENCE",
                claims.getAudience().equals(List.of(xero().app().clientId())));
        note(defects, "NONCE", NONCE.equals(claims.getStringClaim("nonce")));
        note(defects, "EXPIRED", claims.getExpirationTime().toInstant().isAfter(seconds(time.now())));
        note(defects, "NOT_YET_VALID", !claims.getNotBeforeTime().toInstant().isAfter(seconds(time.now())));
        note(defects, "NO_USER", claims.getClaim("xero_userid") != null);
        return defects;
    }

    private List<String> signatureDefects(JWT token) throws IOException, ParseException, JOSEException {
        if (!(token instanceof SignedJWT signed)) {
            return List.of("ALGORITHM");
        }
        JWK key = keys().getKeyByKeyId(signed.getHeader().getKeyID());
        if (key == null) {
            return List.of("UNKNOWN_KEY");
        }
        return signed.verify(new RSASSAVerifier(key.toRSAKey())) ? List.of() : List.of("SIGNATURE");
    }

    private static void note(List<String> defects, String defect, boolean good) {
        if (!good) {
            defects.add(defect);
        }
    }

    private JWKSet keys() throws IOException, ParseException {
        return JWKSet.parse(call(jwks()).raw());
    }

    private Request jwks() {
        HttpUrl url = HttpUrl.get(xero().endpoints().jwks());
        return new Request.Builder().url(url).build();
    }

    private static String keyId(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String halfHash(String accessToken) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }
}
