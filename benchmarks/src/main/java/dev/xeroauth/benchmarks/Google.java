package dev.xeroauth.benchmarks;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2CredentialsWithRefresh;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The leanest credentials of google-auth that refresh at all. Their headers are built once per token. */
@State(Scope.Benchmark)
public class Google {

    private final OAuth2CredentialsWithRefresh credentials = OAuth2CredentialsWithRefresh.newBuilder()
            .setAccessToken(new AccessToken(Customers.token(0), Date.from(Customers.NOW.plus(Customers.LIFETIME))))
            .setRefreshHandler(() -> {
                throw new IOException("Nothing is refreshed here");
            })
            .build();

    @Benchmark
    public Map<String, List<String>> byHandle() throws IOException {
        return credentials.getRequestMetadata();
    }
}
