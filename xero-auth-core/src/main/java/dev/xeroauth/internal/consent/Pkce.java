package dev.xeroauth.internal.consent;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Proof Key for Code Exchange (RFC 7636): a secret that stays here, and its hash that goes along with the browser. Its text
 * form shows neither.
 *
 * @param verifier 43 characters, sent with the code
 */
public record Pkce(String verifier) {

    /** The only method in use: SHA-256. */
    public static final String METHOD = "S256";

    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /**
     * A fresh one.
     *
     * @param random a cryptographically strong source
     */
    public static Pkce random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Pkce(BASE64.encodeToString(bytes));
    }

    /** What the browser carries: RFC 7636, section 4.2. */
    public String challenge() {
        return Sha256.of(verifier);
    }

    @Override
    public String toString() {
        return "Pkce[" + METHOD + "]";
    }
}
