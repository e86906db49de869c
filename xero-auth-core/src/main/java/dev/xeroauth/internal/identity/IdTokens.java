package dev.xeroauth.internal.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import dev.xeroauth.IdTokenException;
import dev.xeroauth.IdTokenException.Reason;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.XeroUser;
import dev.xeroauth.internal.http.KeysEndpoint;
import dev.xeroauth.spi.TimeSource;
import java.text.ParseException;

/**
 * Verifies ID tokens as OpenID Connect Core 1.0, section 3.1.3.7, has it. Blocks where a key has to be read; thread-safe.
 */
public final class IdTokens {

    private final SigningKeys keys;
    private final Expected expected;
    private final TimeSource time;

    /**
     * @param endpoints where the keys are, and who issues
     * @param clientId whom the tokens are issued to
     * @param time the clocks that lifetimes and pauses are measured by
     */
    public IdTokens(XeroEndpoints endpoints, String clientId, TimeSource time) {
        this.keys = new SigningKeys(new KeysEndpoint(endpoints), time);
        this.expected = new Expected(endpoints.issuer(), clientId);
        this.time = time;
    }

    /**
     * Makes sure that there are keys, as long as no code is spent.
     *
     * @throws IdTokenException if they cannot be read
     */
    public void requireKeys() {
        keys.require();
    }

    /**
     * Whom the token names. The signature comes first: nothing that a forger wrote is looked at.
     *
     * @param idToken as Xero issued it
     * @param nonce what the consent was begun with
     * @throws IdTokenException if it is not accepted, with the reason
     */
    public XeroUser verify(String idToken, String nonce) {
        SignedJWT token = signed(idToken);
        checkSignature(token);
        try {
            return expected.check(token.getJWTClaimsSet(), nonce, time.now());
        } catch (ParseException e) {
            // Not chained: it quotes the token.
            throw unreadable();
        }
    }

    /** No key of ours is ever tried with an algorithm that the token chose: RS256 is Xero's, and there is no other. */
    private static SignedJWT signed(String idToken) {
        JWT token = parsed(idToken);
        if (token instanceof SignedJWT signed
                && signed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)) {
            return signed;
        }
        throw Refusal.of(
                Reason.ALGORITHM,
                "it is not signed with RS256, as Xero's are. It does not come from Xero: find out who sent it");
    }

    private static JWT parsed(String idToken) {
        try {
            return JWTParser.parse(idToken);
        } catch (ParseException | IllegalArgumentException e) {
            // Not chained: it quotes the token.
            throw unreadable();
        }
    }

    private void checkSignature(SignedJWT token) {
        try {
            if (token.verify(new RSASSAVerifier(keys.named(token.getHeader())))) {
                return;
            }
        } catch (JOSEException e) {
            // No signature that could be checked, which is none.
        }
        throw Refusal.of(
                Reason.SIGNATURE,
                "its signature is not that of the key which it names. It was changed or forged: find out where it comes"
                        + " from");
    }

    private static IdTokenException unreadable() {
        return Refusal.of(
                Reason.UNREADABLE,
                "it is no JSON Web Token with the claims of an ID token. Check that it is the id_token of Xero's answer,"
                        + " and nothing else");
    }
}
