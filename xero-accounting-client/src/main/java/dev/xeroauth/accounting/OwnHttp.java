package dev.xeroauth.accounting;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** The HTTP client that is used where the application brings none. */
final class OwnHttp {

    /** Xero collects a page of 1000 before it sends the first byte; OkHttp's own 10 s are short for that. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private OwnHttp() {}

    static OkHttpClient create() {
        return new OkHttpClient.Builder().readTimeout(READ_TIMEOUT).build();
    }

    static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
