package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.KeyRing;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.Ledger.Presentation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Two instances of the library with one grant, through whatever happens to a grant. What fails is tried again a minute later, as
 * applications do; the clocks stand still otherwise, and nothing waits for real time but the library's own moments.
 */
final class TroubledLife implements AutoCloseable {

    static final GrantId GRANT = GrantId.of("troubled");

    private static final URI CALLBACK = URI.create("http://localhost:8723/callback");
    private static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration NOT_YOUNG = Duration.ofMinutes(3);
    private static final Duration NEXT_ATTEMPT = Duration.ofSeconds(61);
    private static final int ATTEMPTS = 8;
    private static final int KEY_BYTES = 32;

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final FakeXero xero =
            FakeXero.builder().time(time).organisation("Harbour Cycles", 1).start();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .build();
    private final XeroAuth first;
    private final XeroAuth second;

    TroubledLife(TokenStore here, TokenStore there) {
        first = instance(here);
        second = instance(there);
    }

    private XeroAuth instance(TokenStore store) {
        byte[] key = new byte[KEY_BYTES];
        key[0] = 1;
        return XeroAuth.builder()
                .app(xero.app())
                .tokenStore(store)
                .encryption(KeyRing.of("contract", key))
                .endpoints(xero.endpoints())
                .time(time)
                .withoutKeeper()
                .build();
    }

    void live() throws IOException {
        consent(first);
        time.advance(LIFETIME);
        token(first);
        time.advance(NOT_YOUNG);
        xero.refuseAccessTokens();
        request(first);
        time.advance(LIFETIME);
        token(second);
        xero.revokeAll();
        time.advance(LIFETIME);
        isDisconnected(first);
        consent(second);
        time.advance(NEXT_ATTEMPT);
        persistently(() -> first.keeper().runOnce());
        token(first);
    }

    /** Once nobody remembers anything: all that counts is in the store. */
    void hasLostNothing(TokenStore store) throws IOException {
        first.close();
        second.close();
        try (XeroAuth afterwards = instance(store)) {
            assertThat(afterwards.describe(GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
            assertThat(status(afterwards)).isEqualTo(200);
            time.advance(LIFETIME);
            assertThat(status(afterwards)).isEqualTo(200);
        }
        List<Presentation> successes = xero.ledger().presentations().stream()
                .filter(each -> each.issued() >= 0)
                .toList();
        assertThat(successes)
                .as("no process died, so no token need be presented again")
                .extracting(each -> each.consent() + "." + each.presented())
                .doesNotHaveDuplicates();
    }

    private interface Step {
        void go() throws IOException;
    }

    private void persistently(Step step) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                step.go();
                return;
            } catch (IOException | XeroException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                time.advance(NEXT_ATTEMPT);
            }
        }
    }

    private void consent(XeroAuth auth) throws IOException {
        persistently(() -> {
            ConsentRequest request = auth.consent().begin(GRANT, CALLBACK, SCOPES);
            auth.consent().complete(request, xero.approve(request.url()));
        });
    }

    private void token(XeroAuth auth) throws IOException {
        persistently(() -> auth.accessToken(GRANT));
    }

    /** Until Xero's API accepts its token. */
    private void request(XeroAuth auth) throws IOException {
        persistently(() -> {
            int status = status(auth);
            if (status != 200) {
                throw new IOException("Xero's API answered " + status);
            }
        });
    }

    private void isDisconnected(XeroAuth auth) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                auth.accessToken(GRANT);
            } catch (GrantDisconnectedException e) {
                return;
            } catch (XeroException e) {
                time.advance(NEXT_ATTEMPT);
            }
        }
        throw new AssertionError("The consent was revoked, and the grant does not count as disconnected");
    }

    private int status(XeroAuth auth) throws IOException {
        TenantId tenant = xero.organisations().get(0).tenantId();
        OkHttpClient client = http.newBuilder()
                .addInterceptor(auth.interceptor(GRANT, tenant))
                .build();
        Request request = new Request.Builder()
                .url(xero.endpoints().accounting() + "/Invoices?page=1")
                .header("Accept", "application/json")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
        http.connectionPool().evictAll();
        xero.close();
    }
}
