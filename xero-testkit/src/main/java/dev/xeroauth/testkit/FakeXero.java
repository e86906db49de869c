package dev.xeroauth.testkit;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.testkit.internal.books.Books;
import dev.xeroauth.testkit.internal.books.Organisations;
import dev.xeroauth.testkit.internal.http.Router;
import dev.xeroauth.testkit.internal.identity.Client;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.identity.IdentityRules;
import dev.xeroauth.testkit.internal.identity.Tenant;
import dev.xeroauth.testkit.internal.limits.Meter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;

/**
 * Xero, played by an HTTP server on loopback: consent, tokens that rotate, connections and invoices, in Xero's wire format
 * and with Xero's errors. Organisations, ids and tokens follow from a seed.
 *
 * <pre>{@code
 * try (FakeXero xero = FakeXero.builder().organisation("Orchard Lane Bakery", 1500).start()) {
 *     XeroAuth auth = XeroAuth.builder().app(xero.app()).endpoints(xero.endpoints()) ... .build();
 *     ConsentRequest consent = auth.consent().begin(grantId, URI.create("http://localhost/callback"), scopes);
 *     auth.consent().complete(consent, xero.approve(consent.url()));
 * }
 * }</pre>
 *
 * <p>A used refresh token may be presented again for 30 minutes and gives the same pair, unless another {@link Mood} is set.
 * Thread-safe.
 */
public final class FakeXero implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MockWebServer server = new MockWebServer();
    private final Ledger ledger = new Ledger();
    private final Faults faults = new Faults(entry -> ledger.note(entry), this::now);
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final TimeSource time;
    private final Organisations organisations;
    private final Identity identity;
    private final Router router;
    private final Browser browser = new Browser();

    private FakeXero(Builder builder) {
        this.time = builder.time;
        Instant start =
                builder.today == null ? time.now() : builder.today.atTime(12, 0).toInstant(ZoneOffset.UTC);
        this.organisations = new Organisations(
                builder.organisations.stream()
                        .map(each -> Books.of(builder.seed, start, each.name(), each.invoices()))
                        .toList(),
                this::now);
        List<Tenant> tenants = organisations.all().stream()
                .map(each -> new Tenant(each.tenantId().value(), each.name()))
                .toList();
        this.identity = new Identity(
                builder.seed,
                this::now,
                new IdentityRules(builder.mood.rules(), builder.secondConsent, builder.accessTokenLifetime),
                tenants,
                builder.apps.stream()
                        .map(app -> new Client(app.clientId(), app::clientSecret))
                        .toList(),
                (consent, presented, issued) -> ledger.note(new Ledger.Presentation(now(), consent, presented, issued)),
                builder.stateFile);
        this.router = new Router(identity, organisations, new Meter(builder.limits, this::now), faults);
        server.setDispatcher(router);
        try {
            server.start(InetAddress.getLoopbackAddress(), builder.port);
        } catch (IOException e) {
            throw new UncheckedIOException("The fake Xero could not listen on port " + builder.port, e);
        }
    }

    /**
     * Begins.
     *
     * @return a builder with one small organisation, unless others are named
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where it listens.
     *
     * @return addresses for the builder of the library
     */
    public XeroEndpoints endpoints() {
        return XeroEndpoints.at(URI.create("http://localhost:" + server.getPort()));
    }

    /**
     * The web app that every fake knows.
     *
     * @return an app with a secret
     */
    public XeroApp app() {
        Client client = identity.webApp();
        return XeroApp.web(client.id(), () -> client.secret().get().orElseThrow());
    }

    /**
     * The PKCE app that every fake knows.
     *
     * @return an app without a secret
     */
    public XeroApp pkceApp() {
        return XeroApp.pkce(identity.pkceApp().id());
    }

    /**
     * What a browser does when its user allows access to every organisation.
     *
     * @param consentUrl where the application sends the browser
     * @return where Xero sends it back to, with code and state
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     */
    public URI approve(URI consentUrl) {
        return browser.allow(
                consentUrl,
                organisations().stream().map(FakeOrganisation::tenantId).toList());
    }

    /**
     * What a browser does when its user allows access to some organisations.
     *
     * @param consentUrl where the application sends the browser
     * @param tenants those that the user ticks
     * @return where Xero sends it back to, with code and state
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     */
    public URI approve(URI consentUrl, TenantId... tenants) {
        return browser.allow(consentUrl, List.of(tenants));
    }

    /**
     * What a browser does when its user says no.
     *
     * @param consentUrl where the application sends the browser
     * @return where Xero sends it back to, with {@code error=access_denied}
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     */
    public URI deny(URI consentUrl) {
        return browser.cancel(consentUrl);
    }

    /**
     * The organisations that the user may connect.
     *
     * @return in the order of the builder, as they are now
     */
    public List<FakeOrganisation> organisations() {
        return organisations.all();
    }

    /**
     * One of the organisations.
     *
     * @param tenantId which one
     * @return it, as it is now
     * @throws IllegalArgumentException if there is no such organisation
     */
    public FakeOrganisation organisation(TenantId tenantId) {
        return organisations
                .find(tenantId.toString())
                .orElseThrow(() -> new IllegalArgumentException("There is no organisation " + tenantId));
    }

    /**
     * Somebody enters or changes an invoice at Xero. It has changed last then: its last change is now, or a millisecond after
     * the change before it if the clock stands still, and it moves to the end of every list. Does not outlive the fake.
     *
     * @param tenantId where
     * @param invoice replaces the one with the same id
     * @return the invoice with its last change
     * @throws IllegalArgumentException if there is no such organisation, or another sales invoice has the same number
     */
    public FakeInvoice put(TenantId tenantId, FakeInvoice invoice) {
        organisations.put(tenantId, invoice);
        return organisation(tenantId).find(invoice.id()).orElseThrow();
    }

    /**
     * An invoice changes in a way that does not show, other than by its last change and its place.
     *
     * @param tenantId where
     * @param id which invoice
     * @return the invoice with its last change
     * @throws IllegalArgumentException if there is no such invoice
     */
    public FakeInvoice touch(TenantId tenantId, UUID id) {
        organisations.touch(tenantId, id);
        return organisation(tenantId).find(id).orElseThrow();
    }

    /**
     * Puts faults in the way of the next requests to one part.
     *
     * @param endpoint which part
     * @param next one for each request, behind those that wait already
     */
    public void next(Endpoint endpoint, Fault... next) {
        faults.add(endpoint, next);
    }

    /**
     * Lets the requests have their effect that were held up by {@link Fault#lateArrival()}.
     *
     * @return how many there were
     */
    public int deliverLateRequests() {
        return router.deliverLate();
    }

    /**
     * Waits until requests have arrived that {@link Fault#holdUp()} keeps.
     *
     * @param requests how many
     * @throws IllegalStateException if they do not come within ten seconds, or the thread is interrupted
     */
    public void awaitHeldUp(int requests) {
        try {
            if (!router.awaitHeldUp(requests, PATIENCE)) {
                throw new IllegalStateException(requests + " held up requests did not come within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for held up requests", e);
        }
    }

    /**
     * Lets the requests go on that {@link Fault#holdUp()} keeps.
     *
     * @return how many there were
     */
    public int releaseHeldUp() {
        return router.releaseHeldUp();
    }

    /**
     * Whether Xero would accept a refresh token now. Asking changes nothing.
     *
     * @param refreshToken any text
     * @return true if presenting it would give tokens
     */
    public boolean accepts(String refreshToken) {
        return identity.accepts(refreshToken);
    }

    /** Makes the API answer 401 to every access token that was issued so far. A refresh cures it. */
    public void refuseAccessTokens() {
        identity.refuseAccessTokens();
    }

    /** The user disconnects everything at Xero: no token works any more, and a refresh gets {@code invalid_grant}. */
    public void revokeAll() {
        identity.revokeAll();
    }

    /**
     * The user disconnects one organisation at Xero. The others go on.
     *
     * @param tenantId which one
     */
    public void disconnect(TenantId tenantId) {
        identity.disconnect(connection -> connection.tenantId().equals(tenantId.value()));
    }

    /**
     * What was asked, and what came of it.
     *
     * @return a list that goes on growing
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Moves Xero's clock ahead of the one that was given to the builder.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        ahead.updateAndGet(now -> now.plus(by));
    }

    /**
     * Xero's clock.
     *
     * @return now
     */
    public Instant now() {
        return time.now().plus(Objects.requireNonNull(ahead.get()));
    }

    /** Stops listening, and lets every held up request go. */
    @Override
    public void close() {
        router.close();
        server.close();
    }

    private record NewOrganisation(String name, int invoices) {}

    /** What a {@link FakeXero} is to hold. For one thread. */
    public static final class Builder {

        private static final int FEW = 60;

        private final List<NewOrganisation> organisations = new ArrayList<>();
        private final List<XeroApp> apps = new ArrayList<>();
        private long seed = 42;
        private TimeSource time = TimeSource.system();
        private Duration accessTokenLifetime = Duration.ofMinutes(30);
        private RateLimits limits = RateLimits.ofXero();
        private Mood mood = Mood.SAME_PAIR;
        private SecondConsent secondConsent = SecondConsent.INDEPENDENT;
        private @Nullable LocalDate today;
        private @Nullable Path stateFile;
        private int port;

        private Builder() {}

        /**
         * What ids, names, amounts and tokens follow from.
         *
         * @param seed 42 unless set
         * @return this
         */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /**
         * An organisation more.
         *
         * @param name its name
         * @param invoices how many invoices and bills it has, over the last two years
         * @return this
         */
        public Builder organisation(String name, int invoices) {
            organisations.add(new NewOrganisation(name, invoices));
            return this;
        }

        /**
         * An app more than {@link FakeXero#app()} and {@link FakeXero#pkceApp()}. The user of the fake connects each of them
         * apart, and their codes and tokens are kept apart.
         *
         * @param app whose secret is asked for with every request, so that a test can change it at Xero alone
         * @return this
         * @throws IllegalArgumentException if there is one with the same client id
         */
        public Builder app(XeroApp app) {
            if (apps.stream().anyMatch(other -> other.clientId().equals(app.clientId()))) {
                throw new IllegalArgumentException("There are two apps with the client id " + app.clientId());
            }
            apps.add(app);
            return this;
        }

        /**
         * Xero's clock; tests share theirs with the library.
         *
         * @param time the host's unless set
         * @return this
         */
        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * The day up to which there are invoices.
         *
         * @param today that of the clock unless set
         * @return this
         */
        public Builder today(LocalDate today) {
            this.today = today;
            return this;
        }

        /**
         * How long an access token is good.
         *
         * @param lifetime 30 minutes unless set
         * @return this
         */
        public Builder accessTokenLifetime(Duration lifetime) {
            this.accessTokenLifetime = lifetime;
            return this;
        }

        /**
         * How many calls the accounting API bears.
         *
         * @param limits {@link RateLimits#ofXero()} unless set
         * @return this
         */
        public Builder limits(RateLimits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * What a refresh token gives that was used before.
         *
         * @param mood {@link Mood#SAME_PAIR} unless set
         * @return this
         */
        public Builder mood(Mood mood) {
            this.mood = mood;
            return this;
        }

        /**
         * What a second consent of the same user does to the first one's tokens.
         *
         * @param secondConsent {@link SecondConsent#INDEPENDENT} unless set
         * @return this
         */
        public Builder secondConsent(SecondConsent secondConsent) {
            this.secondConsent = secondConsent;
            return this;
        }

        /**
         * A file in which consents and tokens outlive the fake, written anew after every change.
         *
         * @param file is made if it is not there
         * @return this
         */
        public Builder stateFile(Path file) {
            this.stateFile = file;
            return this;
        }

        /**
         * Where to listen.
         *
         * @param port on loopback; 0, any, unless set
         * @return this
         */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Makes the invoices and listens.
         *
         * @return a running fake, to be closed
         * @throws java.io.UncheckedIOException if it cannot listen, or its state file cannot be read
         */
        public FakeXero start() {
            if (organisations.isEmpty()) {
                organisation("Demo Company", FEW);
            }
            return new FakeXero(this);
        }
    }
}
