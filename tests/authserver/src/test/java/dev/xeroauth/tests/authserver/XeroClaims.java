package dev.xeroauth.tests.authserver;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Adds what Xero's tokens say beyond the standards. A consent is known by the id that the server gives its authorization. */
final class XeroClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String EVENT = "authentication_event_id";
    static final String USER = "xero_userid";

    private final Tenants tenants;

    XeroClaims(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        if (authorization == null) {
            return;
        }
        String name = authorization.getPrincipalName();
        context.getClaims().claim(USER, userId(name).toString());
        if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
            UUID event = UUID.fromString(authorization.getId());
            tenants.consented(userId(name), event);
            context.getClaims().claim(EVENT, event.toString());
        } else if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            context.getClaims().claim("email", name).claim("given_name", "Ada").claim("family_name", "Ngata");
        }
    }

    static UUID userId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
