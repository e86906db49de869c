package dev.xeroauth.benchmarks;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.AccessTokenCache;
import com.azure.core.credential.TokenRequestContext;
import java.time.ZoneOffset;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Mono;

/** The cache behind Azure's bearer token policy, called as that policy calls it in blocking clients. */
@State(Scope.Benchmark)
public class Azure {

    private final TokenRequestContext context = new TokenRequestContext().addScopes("all");
    private final AccessTokenCache cache = new AccessTokenCache(request -> Mono.just(new AccessToken(
            Customers.token(0), Customers.NOW.plus(Customers.LIFETIME).atOffset(ZoneOffset.UTC))));

    /** Fetches. */
    public Azure() {
        cache.getTokenSync(context, false);
    }

    @Benchmark
    public AccessToken byHandle() {
        return cache.getTokenSync(context, false);
    }
}
