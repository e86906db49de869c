package dev.xeroauth.internal.http;

import dev.xeroauth.XeroEndpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Where Xero publishes the keys that ID tokens are signed with. Blocks for ten seconds at most; thread-safe. */
public final class KeysEndpoint {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);
    private static final long MAX_BODY = 256 * 1024;

    private final String url;
    private final OkHttpClient client;

    /** @param endpoints where Xero is */
    public KeysEndpoint(XeroEndpoints endpoints) {
        this.url = endpoints.jwks().toString();
        this.client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                // Asked once in months: no connection is worth keeping.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(CONNECT)
                .callTimeout(WHOLE_CALL)
                .build();
    }

    /**
     * Asks, once.
     *
     * @return the JSON Web Key Set, unread
     * @throws KeysNotReadException if Xero does not give it
     */
    public String read() throws KeysNotReadException {
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .build();
        try (Response response = Calls.execute(client.newCall(request))) {
            if (response.code() != 200) {
                throw new KeysNotReadException("status " + response.code(), null);
            }
            BufferedSource body = response.body().source();
            if (body.request(MAX_BODY + 1)) {
                throw new KeysNotReadException("more than " + MAX_BODY + " bytes", null);
            }
            return body.readUtf8();
        } catch (IOException e) {
            throw new KeysNotReadException(Calls.kind(e), e);
        }
    }
}
