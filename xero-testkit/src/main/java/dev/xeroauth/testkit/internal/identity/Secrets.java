package dev.xeroauth.testkit.internal.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.XeroApp;
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
    static final String ISSUER = "https://identity.xero.com";

    private final long seed;

    Secrets(long seed) {
        this.seed = seed;
    }

    Client webApp() {
        String secret = text("secret", 36);
        return new Client(hex("web", 16), XeroApp.Kind.WEB, () -> Optional.of(secret));
    }

    Client pkceApp() {
        return new Client(hex("pkce", 16), XeroApp.Kind.PKCE, Optional::empty);
    }

    Client customConnectionApp() {
        String secret = text("custom-connection-secret", 36);
        return new Client(hex("custom-connection", 16), XeroApp.Kind.CUSTOM_CONNECTION, () -> Optional.of(secret));
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

    /** When a custom connection was set up. */
    UUID eventOf(Client customConnection) {
        return uuid("event-of-" + customConnection.id());
    }

    UUID connectionId(UUID tenantId, UUID event) {
        return uuid("connection-" + tenantId + event);
    }

    /** A JWT as Xero's, with a signature that means nothing: nobody but the API looks at it. */
    String accessToken(int number, Chain chain, Instant now, Instant expiresAt) {
        ObjectNode claims = claims(number, chain, now, expiresAt)
                .put("sub", subject(chain.of().userId()))
                .put("auth_time", chain.signedInAt().getEpochSecond())
                .put("xero_userid", chain.of().userId().toString())
                .put("global_session_id", session(chain.of().userId()));
        return jwt("access-" + number, claims);
    }

    /** The same for a custom connection: nobody has signed in. */
    String accessTokenOfNobody(int number, Chain chain, Instant now, Instant expiresAt) {
        return jwt("access-" + number, claims(number, chain, now, expiresAt));
    }

    private ObjectNode claims(int number, Chain chain, Instant now, Instant expiresAt) {
        ObjectNode claims = JSON.createObjectNode()
                .put("nbf", now.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("iss", ISSUER)
                .put("aud", ISSUER + "/resources")
                .put("client_id", chain.of().clientId())
                .put("jti", hex("jti-" + number, 16))
                .put("authentication_event_id", chain.authEventId().toString());
        ArrayNode scopes = claims.putArray("scope");
        chain.scopes().forEach(scopes::add);
        return claims;
    }

    String subject(UUID userId) {
        return hex("sub-" + userId, 16);
    }

    String session(UUID userId) {
        return hex("session-" + userId, 16);
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
