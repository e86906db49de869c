package dev.xeroauth.tests.canary;

import dev.xeroauth.AccessToken;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.ManualXeroAuth;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroAuthBuilder;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.Fault;
import dev.xeroauth.testkit.ManualTime;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The life of one grant with everything that can be seen of it, and the values that must not be. For one thread. */
final class WatchedLife implements AutoCloseable {

    /** A token that is refreshed behind a request's back would help it out of its trouble. */
    private static final Duration TOKEN_IS_OVER = Duration.ofMinutes(31);

    private static final Duration BACK_OFF_IS_OVER = Duration.ofMinutes(5);
    static final GrantId GRANT = GrantId.of("customer-42");
    static final GrantId NOBODY = GrantId.of("nobody");
    static final URI CALLBACK = URI.create("http://localhost:8723/callback");
    static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OPENID, Scope.OFFLINE_ACCESS);
    static final String SECRET = "s3cr3t/of+the&app=ü%-q7Hv2Zx9";
    static final String WRONG_SECRET = "an0ther/s3cr3t+of&nobody=ö%-Jw4Kc8Pd";
    /** What an answer repeats of what it was sent. */
    static final String ECHO = "3ch0-of-what-was-sent-Tb6Ym1";

    static final String CONTACT = "Wilhelmina Quackenbush-Zyx & Töchter";
    static final String TENANT = "Pfefferkorn & Quicksilver Kärntnerwerk";

    final ManualTime time = ManualTime.at(Instant.parse("2026-11-21T10:00:00Z"));
    final Canaries canaries = new Canaries();
    final Seen seen = new Seen();
    final WatchedParts parts = new WatchedParts(seen);
    final FakeXero xero;
    final XeroAuth auth;
    private final Logs logs = new Logs(seen);
    private final TokenStore store;
    private final Wire wire;
    private boolean closed;

    WatchedLife(Keeping keeping) {
        store = parts.store(keeping.store());
        xero = FakeXero.builder()
                .time(time)
                .app(app(SECRET))
                .organisation(TENANT, 5)
                .organisation("Another of Pfefferkorn's", 5)
                .start();
        wire = new Wire(xero.endpoints().api().getPort());
        FakeInvoice invoice = FakeInvoice.sale("INV-Zq77Xw", CONTACT, LocalDate.of(2026, 11, 20), BigDecimal.TEN);
        xero.put(tenant(), invoice);
        auth = instance().build();
        plantWhatTheTestKnows();
    }

    private void plantWhatTheTestKnows() {
        canaries.plant("client secret", SECRET);
        canaries.plant("client secret", WRONG_SECRET);
        canaries.plant("echo", ECHO);
        canaries.plant("contact's name", CONTACT);
        canaries.plant("tenant's name", TENANT);
        canaries.plant("encryption key", key(1));
        canaries.plant("encryption key", key(2));
    }

    static XeroApp app(String secret) {
        return XeroApp.web("canary-app", () -> secret);
    }

    static byte[] key(int number) {
        byte[] key = new byte[32];
        new Random(number).nextBytes(key);
        return key;
    }

    XeroEndpoints endpoints() {
        return XeroEndpoints.at(wire.address());
    }

    /** Another instance of the same service. */
    XeroAuthBuilder instance() {
        return instance(app(SECRET));
    }

    XeroAuthBuilder instance(XeroApp app) {
        KeyRing keys = KeyRing.of("2026-11", key(1));
        seen.shown(app);
        seen.shown(keys);
        XeroAuthBuilder builder = ManualXeroAuth.builder(time)
                .app(app)
                .tokenStore(store)
                .encryption(parts.cipher(new AesGcmTokenCipher(() -> keys, new SecureRandom())))
                .endpoints(endpoints())
                .tokenRefresher(
                        parts.refresher(new TokenEndpoint(app, endpoints(), Runnable::run, TimeSource.system())))
                .onEvent(seen::shown);
        seen.shown(builder);
        return builder;
    }

    TenantId tenant() {
        return xero.organisations().get(0).tenantId();
    }

    ConsentRequest begin() {
        ConsentRequest request = auth.consent().begin(GRANT, CALLBACK, SCOPES);
        canaries.plant("sealed consent", request.sealed());
        seen.shown(request);
        return request;
    }

    @Nullable
    Void connect() {
        ConsentRequest request = begin();
        seen.shown(auth.consent().complete(request, xero.approve(request.url())));
        return null;
    }

    AccessToken token() {
        return auth.accessToken(GRANT);
    }

    /** Whatever comes of it is looked at. Returns the exception, if that is what came. */
    @Nullable
    Exception tries(Callable<?> what) {
        Exception problem = problemOf(what);
        if (problem != null) {
            seen.thrown(problem);
        }
        return problem;
    }

    /** The same, and the exception is left to the caller. */
    @Nullable
    Exception problemOf(Callable<?> what) {
        try {
            Object result = what.call();
            if (result != null) {
                seen.shown(result);
            }
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    /** With a fault on its way, so long before the next that nobody remembers it then. */
    @Nullable
    Exception tries(Endpoint endpoint, Fault fault, Callable<?> what) {
        xero.next(endpoint, fault);
        Exception problem = tries(what);
        time.advance(endpoint == Endpoint.API ? TOKEN_IS_OVER : BACK_OFF_IS_OVER);
        return problem;
    }

    /** Plants what has passed, and says where any of it shows. */
    Map<String, String> found() {
        close();
        Harvest harvest = new Harvest(canaries);
        wire.requests().forEach(harvest::request);
        wire.answers().forEach(harvest::answer);
        parts.plaintexts().forEach(harvest::sealed);
        return seen.found(canaries);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            seen.shown(auth);
            auth.close();
            wire.close();
            xero.close();
            Thread.getAllStackTraces().keySet().forEach(thread -> seen.line("name of a thread", thread.getName()));
            logs.close();
        }
    }
}
