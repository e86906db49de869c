package dev.xeroauth.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/** Spring Security with its clients in memory. A customer's request is the nearest that it has to a handle. */
@State(Scope.Benchmark)
public class SpringMemory {

    private final SpringSecurity spring = new SpringSecurity(InMemoryOAuth2AuthorizedClientService::new);
    private final OAuth2AuthorizeRequest request = SpringSecurity.request(0);

    @Benchmark
    public OAuth2AuthorizedClient byHandle() {
        return spring.authorize(request);
    }

    @Benchmark
    public OAuth2AuthorizedClient byGrantId(Turn turn) {
        return spring.at(turn.next());
    }
}
