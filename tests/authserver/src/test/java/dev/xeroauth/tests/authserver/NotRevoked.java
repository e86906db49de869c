package dev.xeroauth.tests.authserver;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Asks the server that issued it whether a token is good still: a signature knows of no revocation. */
final class NotRevoked implements OAuth2TokenValidator<Jwt> {

    private final OAuth2AuthorizationService issued;

    NotRevoked(OAuth2AuthorizationService issued) {
        this.issued = issued;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        OAuth2Authorization of = issued.findByToken(token.getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
        return of != null && of.getAccessToken().isActive()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }
}
