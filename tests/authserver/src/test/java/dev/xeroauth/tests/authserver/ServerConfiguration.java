package dev.xeroauth.tests.authserver;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Spring Authorization Server as it comes, at Xero's addresses. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Tenants.class, ConnectionsController.class, XeroClaims.class, TokenTraffic.class})
class ServerConfiguration {

    static final String ISSUER = "https://identity.xero.com";

    private static final String LOGIN = "/login";

    @Bean
    AuthorizationServerSettings addresses() {
        return AuthorizationServerSettings.builder()
                .issuer(ISSUER)
                .authorizationEndpoint("/identity/connect/authorize")
                .tokenEndpoint("/connect/token")
                .tokenRevocationEndpoint("/connect/revocation")
                .jwkSetEndpoint("/.well-known/openid-configuration/jwks")
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorization(HttpSecurity http, RegisteredClientRepository apps) throws Exception {
        OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        configurer -> configurer
                                .oidc(Customizer.withDefaults())
                                .clientAuthentication(client -> client.authenticationConverter(new PublicApps.Reading())
                                        .authenticationProvider(new PublicApps.Knowing(apps))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)))
                .build();
    }

    /** What a token is good for. */
    @Bean
    @Order(2)
    SecurityFilterChain resources(HttpSecurity http) throws Exception {
        return http.securityMatcher("/connections/**", "/api.xro/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    RegisteredClientRepository apps(PasswordEncoder secrets) {
        return new InMemoryRegisteredClientRepository(Apps.registered(secrets));
    }

    /** As weak as can be: every token request pays for it. */
    @Bean
    PasswordEncoder secrets() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    OAuth2AuthorizationService issued() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    InMemoryUserDetailsManager users() {
        return new InMemoryUserDetailsManager();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID("2026-11")
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** Spring's own, and one for what it does not issue. */
    @Bean
    OAuth2TokenGenerator<OAuth2Token> generator(JWKSource<SecurityContext> keys, XeroClaims claims) {
        JwtGenerator jwt = new JwtGenerator(new NimbusJwtEncoder(keys));
        jwt.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(jwt, new OAuth2RefreshTokenGenerator(), PublicApps::refreshToken);
    }

    /** Checks the signature, the times, and that the server has neither revoked nor replaced the token. */
    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys, OAuth2AuthorizationService issued) {
        NimbusJwtDecoder decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(ISSUER), new NotRevoked(issued)));
        return decoder;
    }
}
