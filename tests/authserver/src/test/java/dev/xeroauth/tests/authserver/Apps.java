package dev.xeroauth.tests.authserver;

import dev.xeroauth.Scope;
import dev.xeroauth.XeroApp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The apps that are registered at the server, with the lifetimes that Xero has. */
final class Apps {

    static final URI CALLBACK = URI.create("http://localhost:8723/callback");

    /** None of its odd characters may travel as it is. */
    static final XeroApp WEB = XeroApp.web("web:app+1", () -> "s:e%c+r t/é");

    /** It gets refresh tokens, as at Xero. */
    static final XeroApp PKCE = XeroApp.pkce("pkce-app");

    /** It gets what Spring gives an app without a secret. */
    static final XeroApp PKCE_OF_SPRING = XeroApp.pkce("another-pkce-app");

    /** Nobody consents to it. */
    static final XeroApp CUSTOM_CONNECTION =
            XeroApp.customConnection("custom:app", () -> "s:e%c+r t/ü", Scope.ACCOUNTING_INVOICES_READ);

    private static final String[] SCOPES = {
        "offline_access", "openid", "profile", "email", "accounting.invoices.read", "accounting.contacts.read"
    };

    private Apps() {}

    static List<RegisteredClient> registered(PasswordEncoder secrets) {
        return List.of(
                withConsent(WEB)
                        .clientSecret(secrets.encode(WEB.clientSecret().orElseThrow()))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .build(),
                withoutSecret(PKCE),
                withoutSecret(PKCE_OF_SPRING),
                named(CUSTOM_CONNECTION)
                        .clientSecret(
                                secrets.encode(CUSTOM_CONNECTION.clientSecret().orElseThrow()))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(Scope.ACCOUNTING_INVOICES_READ.value())
                        .build());
    }

    private static RegisteredClient withoutSecret(XeroApp app) {
        return withConsent(app)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .build();
    }

    private static RegisteredClient.Builder withConsent(XeroApp app) {
        return named(app)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(CALLBACK.toString())
                .scopes(scopes -> scopes.addAll(List.of(SCOPES)))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build());
    }

    private static RegisteredClient.Builder named(XeroApp app) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(app.clientId())
                .tokenSettings(TokenSettings.builder()
                        .reuseRefreshTokens(false)
                        .authorizationCodeTimeToLive(Duration.ofMinutes(5))
                        .accessTokenTimeToLive(Duration.ofMinutes(30))
                        .refreshTokenTimeToLive(Duration.ofDays(60))
                        .build());
    }
}
