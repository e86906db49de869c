package dev.xeroauth.tests.authserver;

import dev.xeroauth.XeroEndpoints;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.provisioning.UserDetailsManager;

/** Spring Authorization Server on a port of its own; one for all tests, because its start takes seconds. */
final class AuthorizationServer {

    private static final AuthorizationServer SHARED = new AuthorizationServer();

    private final ServletWebServerApplicationContext context;

    private AuthorizationServer() {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ServerConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("server.port=0", "server.address=localhost", "logging.level.root=OFF")
                .run();
    }

    static AuthorizationServer shared() {
        return SHARED;
    }

    XeroEndpoints endpoints() {
        return XeroEndpoints.at(
                URI.create("http://localhost:" + context.getWebServer().getPort()));
    }

    TokenTraffic traffic() {
        return context.getBean(TokenTraffic.class);
    }

    /** The refresh token that goes with an access token. */
    String refreshToken(String accessToken) {
        return context.getBean(OAuth2AuthorizationService.class)
                .findByToken(accessToken, OAuth2TokenType.ACCESS_TOKEN)
                .getRefreshToken()
                .getToken()
                .getTokenValue();
    }

    /** A browser in the hands of somebody who is known to the server. */
    Visitor visitor() {
        String name = UUID.randomUUID() + "@example.com";
        String password = UUID.randomUUID().toString();
        context.getBean(UserDetailsManager.class)
                .createUser(User.withUsername(name)
                        .password(context.getBean(PasswordEncoder.class).encode(password))
                        .roles("USER")
                        .build());
        return new Visitor(name, password);
    }
}
