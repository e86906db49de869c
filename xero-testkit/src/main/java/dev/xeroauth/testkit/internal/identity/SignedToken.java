package dev.xeroauth.testkit.internal.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A JWT that is good, for somebody who makes a bad one of it.
 *
 * @param keyId of the key that it was signed with
 */
public record SignedToken(String keyId, ObjectNode claims) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Signed with this key. */
    static String of(ObjectNode claims, SigningKey key) {
        return text(key.id(), claims, key);
    }

    /** Reads one of this fake's own. */
    public static SignedToken read(String token) {
        try {
            String[] parts = token.split("\\.", -1);
            String id = JSON.readTree(decoded(parts[0])).path("kid").asText();
            return new SignedToken(id, (ObjectNode) JSON.readTree(decoded(parts[1])));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no token of the fake", e);
        }
    }

    /** Other claims, well signed. */
    public String claiming(Consumer<ObjectNode> change) {
        ObjectNode changed = claims.deepCopy();
        change.accept(changed);
        return of(changed, SigningKeys.named(keyId));
    }

    /** Signed with a key that is not the one it names. */
    public String wronglySigned() {
        return text(keyId, claims, SigningKeys.unpublished());
    }

    /** Well signed with a key that nobody can find. */
    public String signedByNobodyKnown() {
        return of(claims, SigningKeys.unpublished());
    }

    /** Not signed, which it says. */
    public String unsigned() {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims.toString()) + ".";
    }

    private static String text(String keyId, ObjectNode claims, SigningKey key) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\",\"typ\":\"JWT\"}";
        String signed = base64(header) + "." + base64(claims.toString());
        return signed + "." + BASE64.encodeToString(key.sign(signed));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SignedToken[" + keyId + "]";
    }
}
