package dev.xeroauth.internal.consent;

import dev.xeroauth.internal.json.Json;
import dev.xeroauth.internal.json.JsonObject;
import dev.xeroauth.internal.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who consented, in which consent, for which app and to what, as the access token says. The token comes from Xero's own
 * endpoint over TLS and its signature is not checked: a Bearer token is for its API to read, and nothing is granted on the
 * strength of this.
 *
 * @param xeroUserId the user at Xero
 * @param authEventId what the connections made in this consent carry as {@code authEventId}
 * @param clientId the app that it was issued to
 * @param scopes what it permits
 */
public record AccessClaims(
        Optional<UUID> xeroUserId, Optional<UUID> authEventId, Optional<String> clientId, Set<String> scopes) {

    private static final int PAYLOAD = 1;

    /** What the token says; nothing, if it cannot be read. */
    public static AccessClaims of(String accessToken) {
        JsonObject claims = claims(accessToken);
        return new AccessClaims(
                uuid(claims.get("xero_userid")),
                uuid(claims.get("authentication_event_id")),
                claims.get("client_id").text(),
                scopes(claims.get("scope")));
    }

    private static JsonObject claims(String accessToken) {
        String[] parts = accessToken.split("\\.", -1);
        if (parts.length <= PAYLOAD) {
            return JsonObject.EMPTY;
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[PAYLOAD]);
            return Json.read(payload).object().orElse(JsonObject.EMPTY);
        } catch (IOException | IllegalArgumentException e) {
            return JsonObject.EMPTY;
        }
    }

    /** A list of names, or one text with spaces between them. */
    private static Set<String> scopes(JsonValue claim) {
        List<String> names =
                new ArrayList<>(Arrays.asList(claim.text().orElse("").split(" ", -1)));
        for (JsonValue name : claim.items().orElse(List.of())) {
            names.add(name.text().orElse(""));
        }
        Set<String> scopes = new HashSet<>();
        for (String name : names) {
            if (!name.isBlank()) {
                scopes.add(name);
            }
        }
        return Set.copyOf(scopes);
    }

    private static Optional<UUID> uuid(JsonValue claim) {
        try {
            Optional<String> text = claim.text();
            return text.isPresent() ? Optional.of(UUID.fromString(text.get())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
