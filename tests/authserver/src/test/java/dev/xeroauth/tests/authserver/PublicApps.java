package dev.xeroauth.tests.authserver;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * What Xero does for an app without a secret and Spring does not: a refresh token, and refreshes for whoever names the app's
 * client id. For one app alone, so that the other one shows what Spring does by itself.
 */
final class PublicApps {

    private PublicApps() {}

    /** After Spring's own generator, which has none for this app. */
    static OAuth2RefreshToken refreshToken(OAuth2TokenContext context) {
        RegisteredClient app = context.getRegisteredClient();
        if (!context.getTokenType().equals(OAuth2TokenType.REFRESH_TOKEN) || !isMeant(app)) {
            return null;
        }
        Instant now = Instant.now();
        return new OAuth2RefreshToken(
                UUID.randomUUID().toString(),
                now,
                now.plus(app.getTokenSettings().getRefreshTokenTimeToLive()));
    }

    /** Takes the client id from the body of a refresh that has no other sign of its sender. */
    static final class Reading implements AuthenticationConverter {

        @Override
        public Authentication convert(HttpServletRequest request) {
            String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
            boolean isMeant = AuthorizationGrantType.REFRESH_TOKEN
                            .getValue()
                            .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))
                    && clientId != null
                    && request.getHeader("Authorization") == null;
            return isMeant ? new Named(clientId) : null;
        }
    }

    record Knowing(RegisteredClientRepository apps) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication named) {
            RegisteredClient app = apps.findByClientId(named.getName());
            if (app == null || !isMeant(app)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            }
            return new OAuth2ClientAuthenticationToken(app, ClientAuthenticationMethod.NONE, null);
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return authentication.equals(Named.class);
        }
    }

    private static boolean isMeant(RegisteredClient app) {
        return app.getClientId().equals(Apps.PKCE.clientId());
    }

    private static final class Named extends OAuth2ClientAuthenticationToken {

        private static final long serialVersionUID = 1L;

        Named(String clientId) {
            super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
        }
    }
}
