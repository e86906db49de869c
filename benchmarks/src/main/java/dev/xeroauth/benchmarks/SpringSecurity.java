package dev.xeroauth.benchmarks;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Spring Security's manager over one of its services, with all customers and requests that are built beforehand. */
final class SpringSecurity {

    private static final String XERO = "xero";

    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;
    private final OAuth2AuthorizeRequest[] asked = new OAuth2AuthorizeRequest[Customers.TURNS];

    SpringSecurity(Function<ClientRegistrationRepository, OAuth2AuthorizedClientService> service) {
        ClientRegistration registration = registration();
        ClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        OAuth2AuthorizedClientService clients = service.apply(registrations);
        for (int customer = 0; customer < Customers.COUNT; customer++) {
            clients.saveAuthorizedClient(
                    client(registration, customer), new TestingAuthenticationToken(Customers.name(customer), ""));
        }
        for (int turn = 0; turn < asked.length; turn++) {
            asked[turn] = request(Customers.at(turn));
        }
        manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
        Customers.growOld();
    }

    static OAuth2AuthorizeRequest request(int customer) {
        return OAuth2AuthorizeRequest.withClientRegistrationId(XERO)
                .principal(Customers.name(customer))
                .build();
    }

    OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request) {
        return Objects.requireNonNull(manager.authorize(request));
    }

    OAuth2AuthorizedClient at(int turn) {
        return authorize(asked[turn]);
    }

    private static ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(XERO)
                .clientId("benchmarks")
                .clientSecret("no secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost:8723/callback")
                .authorizationUri("https://login.xero.com/identity/connect/authorize")
                .tokenUri("https://identity.xero.com/connect/token")
                .build();
    }

    private static OAuth2AuthorizedClient client(ClientRegistration registration, int customer) {
        OAuth2AccessToken token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                Customers.token(customer),
                Customers.NOW,
                Customers.NOW.plus(Customers.LIFETIME),
                Set.of("accounting.invoices.read", "offline_access"));
        return new OAuth2AuthorizedClient(
                registration, Customers.name(customer), token, new OAuth2RefreshToken("rt-" + customer, Customers.NOW));
    }
}
