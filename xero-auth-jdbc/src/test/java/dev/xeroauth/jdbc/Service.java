package dev.xeroauth.jdbc;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** An application with the library over a data source, and a fake Xero, all of them on a clock that the test moves. */
final class Service implements AutoCloseable {

    static final GrantId GRANT = GrantId.of("customer-42");

    private static final URI CALLBACK = URI.create("http://localhost:8723/callback");
    private static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);

    private final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final FakeXero xero =
            FakeXero.builder().time(time).organisation("Orchard Lane Bakery", 1).start();
    private final XeroAuth auth;

    Service(DataSource dataSource) {
        auth = instance(dataSource);
    }

    /** Another instance of the same service, without a keeper. */
    XeroAuth instance(DataSource dataSource) {
        return XeroAuth.builder()
                .app(xero.app())
                .tokenStore(JdbcTokenStore.of(dataSource))
                .encryption(KeyRing.of("2026-11", new byte[] {
                    1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                }))
                .endpoints(xero.endpoints())
                .time(time)
                .withoutKeeper()
                .build();
    }

    XeroAuth auth() {
        return auth;
    }

    void connect() {
        ConsentRequest request = auth.consent().begin(GRANT, CALLBACK, SCOPES);
        auth.consent().complete(request, xero.approve(request.url()));
    }

    String token() {
        return auth.accessToken(GRANT).value();
    }

    /** So long that the token has expired. */
    void letTheTokenExpire() {
        time.advance(Duration.ofMinutes(31));
    }

    @Override
    public void close() {
        auth.close();
        xero.close();
    }
}
