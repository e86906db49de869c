package dev.xeroauth.internal.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Who consented, and in which consent, as the access token says (claims {@code xero_userid} and
 * {@code authentication_event_id}). The token comes from Xero's own endpoint over TLS and its signature is not checked: a
 * Bearer token is for its API to read, and nothing is granted on the strength of this.
 *
 * @param xeroUserId the user at Xero
 * @param id what the connections made in this consent carry as {@code authEventId}
 */
public record AuthEvent(Optional<UUID> xeroUserId, Optional<UUID> id) {

    private static final AuthEvent UNKNOWN = new AuthEvent(Optional.empty(), Optional.empty());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAYLOAD = 1;

    /** What the token says; nothing, if it cannot be read. */
    public static AuthEvent of(String accessToken) {
        String[] parts = accessToken.split("\\.", -1);
        if (parts.length <= PAYLOAD) {
            return UNKNOWN;
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[PAYLOAD]));
            return new AuthEvent(uuid(claims.path("xero_userid")), uuid(claims.path("authentication_event_id")));
        } catch (IOException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static Optional<UUID> uuid(JsonNode claim) {
        try {
            return claim.isTextual() ? Optional.of(UUID.fromString(claim.asText())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
