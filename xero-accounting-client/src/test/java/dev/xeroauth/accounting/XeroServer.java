package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Answers as it is told, and hands out a client that asks it for one tenant. */
final class XeroServer implements BeforeEachCallback, AfterEachCallback {

    static final TenantId TENANT = TenantId.of("6f0f3b43-55d6-4a0c-8f0d-1d1f3fb8a001");
    static final String CORRELATION = "0f5a4dc5-8b4e-4b0e-9f55-0c1d5e1f0001";

    static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

    private static final long SEED = 20261120;

    private final MockWebServer server = new MockWebServer();

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    MockWebServer server() {
        return server;
    }

    void answer(String json) {
        answer(response(200, "application/json; charset=utf-8", json));
    }

    void answer(MockResponse.Builder response) {
        server.enqueue(response.build());
    }

    static MockResponse.Builder response(int status, String contentType, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .setHeader("Xero-Correlation-Id", CORRELATION)
                .body(body);
    }

    RecordedRequest request() throws InterruptedException {
        return server.takeRequest();
    }

    int requests() {
        return server.getRequestCount();
    }

    ApiCalls calls(Interceptor... interceptors) {
        OkHttpClient.Builder http = new OkHttpClient.Builder();
        for (Interceptor interceptor : interceptors) {
            http.addInterceptor(interceptor);
        }
        HttpUrl accounting = server.url("/api.xro/2.0");
        return new ApiCalls(http.build(), accounting, TENANT, new Random(SEED), () -> NOW);
    }

    InvoicesClient invoices(Interceptor... interceptors) {
        return new TenantClient(TENANT, calls(interceptors)).invoices();
    }
}
