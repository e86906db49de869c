package dev.xeroauth.testkit.internal.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Ids and tokens that follow from the seed and a number, so that a fake that is started again does not repeat itself. */
final class Secrets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ISSUER = "https://identity.xero.com";

    private final long seed;
    private final UUID userId;

    Secrets(long seed) {
        this.seed = seed;
        this.userId = uuid("user");
    }

    Client webApp() {
        String secret = text("secret", 36);
        return new Client(hex("web", 16), () -> Optional.of(secret));
    }

    Client pkceApp() {
        return new Client(hex("pkce", 16), Optional::empty);
    }

    String code(int number) {
        return text("code-" + number, 32);
    }

    String refreshToken(int number) {
        return text("refresh-" + number, 32);
    }

    UUID uuid(int number) {
        return uuid("event-" + number);
    }

    UUID connectionId(UUID tenantId, UUID event) {
        return uuid("connection-" + tenantId + event);
    }

    /** A JWT as Xero's, with a signature that means nothing. */
    String accessToken(int number, Chain chain, Instant now, Instant expiresAt) {
        ObjectNode claims = JSON.createObjectNode()
                .put("nbf", now.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("iss", ISSUER)
                .put("aud", ISSUER + "/resources")
                .put("client_id", chain.clientId())
                .put("sub", hex("sub", 16))
                .put("auth_time", now.getEpochSecond())
                .put("xero_userid", userId.toString())
                .put("global_session_id", hex("session", 16))
                .put("jti", hex("jti-" + number, 16))
                .put("authentication_event_id", chain.authEventId().toString());
        ArrayNode scopes = claims.putArray("scope");
        chain.scopes().forEach(scopes::add);
        return jwt("access-" + number, claims);
    }

    String idToken(Chain chain) {
        if (!chain.scopes().contains("openid")) {
            return "";
        }
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", ISSUER)
                .put("aud", chain.clientId())
                .put("sub", hex("sub", 16))
                .put("xero_userid", userId.toString());
        return jwt("id", claims);
    }

    private String jwt(String name, ObjectNode claims) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"" + hex("kid", 20) + "\",\"typ\":\"JWT\"}";
        return String.join(".", List.of(base64(header), base64(claims.toString()), text(name, 256)));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name, int bytes) {
        return BASE64.encodeToString(bytes(name, bytes));
    }

    private String hex(String name, int bytes) {
        return java.util.HexFormat.of().withUpperCase().formatHex(bytes(name, bytes));
    }

    private UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(bytes(name, 16));
    }

    private byte[] bytes(String name, int count) {
        byte[] bytes = new byte[count];
        new Random(seed * 31 + name.hashCode()).nextBytes(bytes);
        return bytes;
    }
}
