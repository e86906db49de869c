package dev.xeroauth.tests.authserver;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroAuthBuilder;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The library, its clock in the hands of the test, and somebody who consents. The server's clock is the real one. */
final class Connected implements AutoCloseable {

    static final GrantId GRANT = GrantId.of("customer-42");
    static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);

    /** A token of half an hour is not handed out in its last minute. */
    static final Duration UNTIL_DUE = Duration.ofMinutes(29);

    final AuthorizationServer server = AuthorizationServer.shared();
    final Visitor visitor = server.visitor();
    final ManualTime time = ManualTime.at(Instant.now());
    final TokenStore store = new InMemoryTokenStore();
    final Queue<XeroEvent> events = new ConcurrentLinkedQueue<>();
    final XeroAuth auth;

    Connected(XeroApp app) {
        auth = instance(app, store).build();
        server.traffic().clear();
    }

    XeroAuthBuilder instance(XeroApp app, TokenStore store) {
        byte[] key = new byte[32];
        key[0] = 1;
        return XeroAuth.builder()
                .app(app)
                .tokenStore(store)
                .encryption(KeyRing.of("2026-11", key))
                .endpoints(server.endpoints())
                .time(time)
                .withoutKeeper()
                .onEvent(events::add);
    }

    ConsentRequest begin() {
        return auth.consent().begin(GRANT, Apps.CALLBACK, SCOPES);
    }

    ConsentResult connect() {
        ConsentRequest request = begin();
        return auth.consent().complete(request, visitor.allow(request.url()));
    }

    String token() {
        return auth.accessToken(GRANT).value();
    }

    /** When the library takes its token to be over. */
    String nextToken() {
        time.advance(UNTIL_DUE);
        return token();
    }

    <E extends XeroEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        auth.close();
    }
}
