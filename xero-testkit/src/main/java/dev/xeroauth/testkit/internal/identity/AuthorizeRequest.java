package dev.xeroauth.testkit.internal.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A consent as an application asks for it.
 *
 * @param challenge of PKCE; empty: none
 * @param nonce for the ID token; empty: none
 */
public record AuthorizeRequest(
        String clientId, String redirectUri, String state, String challenge, String nonce, List<String> scopes) {

    /** Copies the list. */
    public AuthorizeRequest {
        scopes = List.copyOf(scopes);
    }

    boolean isAnsweredBy(String verifier) {
        return challenge.isEmpty() || challenge.equals(challenge(verifier));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "AuthorizeRequest[" + clientId + "]";
    }
}
