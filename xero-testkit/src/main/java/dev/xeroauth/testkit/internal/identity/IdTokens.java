package dev.xeroauth.testkit.internal.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Says who signed in, to an app that asked for {@code openid}. */
final class IdTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Secrets secrets;
    private final Directory directory;

    IdTokens(SigningKeys keys, Secrets secrets, Directory directory) {
        this.keys = keys;
        this.secrets = secrets;
        this.directory = directory;
    }

    /** Empty if the consent was not for one. An empty nonce is left out, as at a refresh. */
    String issued(Chain chain, String accessToken, String nonce, Instant now) {
        if (!chain.scopes().contains("openid")) {
            return "";
        }
        ObjectNode claims = claims(chain, now).put("at_hash", halfHash(accessToken));
        if (!nonce.isEmpty()) {
            claims.put("nonce", nonce);
        }
        directory.person(chain.of().userId()).ifPresent(person -> describe(person.user(), chain, claims));
        return SignedToken.of(claims, keys.current());
    }

    private ObjectNode claims(Chain chain, Instant now) {
        String session = secrets.session(chain.of().userId());
        return JsonNodeFactory.instance
                .objectNode()
                .put("nbf", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("iss", Secrets.ISSUER)
                .put("aud", chain.of().clientId())
                .put("iat", now.getEpochSecond())
                .put("sid", session)
                .put("sub", secrets.subject(chain.of().userId()))
                .put("auth_time", chain.signedInAt().getEpochSecond())
                .put("idp", "local")
                .put("xero_userid", chain.of().userId().toString())
                .put("global_session_id", session);
    }

    private static void describe(FakeUser user, Chain chain, ObjectNode claims) {
        if (chain.scopes().contains("profile")) {
            claims.put("preferred_username", user.email())
                    .put("given_name", user.givenName())
                    .put("family_name", user.familyName())
                    .put("name", user.givenName() + " " + user.familyName());
        }
        if (chain.scopes().contains("email")) {
            claims.put("email", user.email());
        }
    }

    /** OpenID Connect Core 1.0, section 3.1.3.6. */
    private static String halfHash(String accessToken) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
