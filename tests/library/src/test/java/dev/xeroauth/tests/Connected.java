package dev.xeroauth.tests;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroAuthBuilder;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.ManualTime;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The library and a fake Xero with two organisations, on the same clock. */
final class Connected implements AutoCloseable {

    static final GrantId GRANT = GrantId.of("customer-42");
    static final URI CALLBACK = URI.create("http://localhost:8723/callback");
    static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);

    final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));
    final BlockingQueue<XeroEvent> events = new LinkedBlockingQueue<>();
    final ShakyStore store;
    final FakeXero xero;
    final XeroAuth auth;

    Connected() {
        this(new InMemoryTokenStore());
    }

    Connected(TokenStore real) {
        this(real, 0);
    }

    /** @param shops organisations more, without invoices */
    Connected(TokenStore real, int shops) {
        this(real, fake -> {
            for (int i = 1; i <= shops; i++) {
                fake.organisation("Shop " + i, 0);
            }
        });
    }

    /** @param more what else the fake is to be */
    Connected(TokenStore real, Consumer<FakeXero.Builder> more) {
        store = new ShakyStore(real);
        FakeXero.Builder fake = FakeXero.builder()
                .time(time)
                .organisation("Orchard Lane Bakery", 30)
                .organisation("Harbour Cycles", 20);
        more.accept(fake);
        xero = fake.start();
        auth = instance().build();
    }

    /** Another instance of the same service. */
    XeroAuthBuilder instance() {
        return XeroAuth.builder()
                .app(xero.app())
                .tokenStore(store)
                .encryption(keys())
                .endpoints(xero.endpoints())
                .time(time)
                .onEvent(events::add);
    }

    static KeyRing keys() {
        byte[] key = new byte[32];
        key[0] = 1;
        return KeyRing.of("2026-11", key);
    }

    ConsentRequest begin() {
        return auth.consent().begin(GRANT, CALLBACK, SCOPES);
    }

    ConsentResult connect() {
        ConsentRequest request = begin();
        return auth.consent().complete(request, xero.approve(request.url()));
    }

    ConsentResult connect(TenantId... tenants) {
        ConsentRequest request = begin();
        return auth.consent().complete(request, xero.approve(request.url(), tenants));
    }

    /** A consent for another grant. */
    ConsentResult connect(GrantId grant, TenantId... tenants) {
        ConsentRequest request = auth.consent().begin(grant, CALLBACK, SCOPES);
        return auth.consent().complete(request, xero.approve(request.url(), tenants));
    }

    /** The next event of this kind; fails if none comes. */
    <E extends XeroEvent> E event(Class<E> kind) throws InterruptedException {
        return next(events, kind);
    }

    static <E extends XeroEvent> E next(BlockingQueue<XeroEvent> events, Class<E> kind) throws InterruptedException {
        while (true) {
            XeroEvent event = events.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No " + kind.getSimpleName() + " came");
            }
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    TenantId bakery() {
        return xero.organisations().get(0).tenantId();
    }

    TenantId cycles() {
        return xero.organisations().get(1).tenantId();
    }

    @Override
    public void close() {
        auth.close();
        xero.close();
    }
}
