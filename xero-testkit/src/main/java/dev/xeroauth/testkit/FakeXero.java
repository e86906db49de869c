package dev.xeroauth.testkit;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.testkit.internal.books.Organisation;
import dev.xeroauth.testkit.internal.http.AtOnce;
import dev.xeroauth.testkit.internal.identity.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mockwebserver3.MockWebServer;

/**
 * Xero, played by an HTTP server on loopback: consent, tokens that rotate, connections, and the accounting API for invoices and
 * bank transactions, in Xero's wire format and with Xero's errors. Organisations, ids and tokens follow from a seed.
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
 *
 * <p>Of invoices and bank transactions it plays every operation: lists with filters and orders, single documents, creating and
 * updating one or many, attachments, history and, for invoices, PDF, e-mail and online addresses. It checks what is written as
 * Xero does, adds it up with 15% tax, and remembers idempotency keys. The chart of accounts is the same in every organisation,
 * with the bank accounts {@code 090} and {@code 091}.
 *
 * <p>Thread-safe.
 */
public final class FakeXero extends FakeXeroUsers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MockWebServer server = new MockWebServer();
    private final FakeXeroParts parts;

    private FakeXero(FakeXeroParts parts, int port) {
        super(parts.identity);
        this.parts = parts;
        server.setDispatcher(parts.router);
        server.setServerSocketFactory(new AtOnce());
        try {
            server.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("The fake Xero could not listen on port " + port, e);
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
        Client client = parts.identity.webApp();
        return XeroApp.web(client.id(), () -> client.secret().get().orElseThrow());
    }

    /**
     * The PKCE app that every fake knows.
     *
     * @return an app without a secret
     */
    public XeroApp pkceApp() {
        return XeroApp.pkce(parts.identity.pkceApp().id());
    }

    /**
     * The custom connection that every fake knows. It is connected to the first organisation from the beginning, until
     * {@link #disconnect} or {@link #revoke(FakeUser)} for {@link #user()} ends that.
     *
     * @return an app with a secret, for {@link dev.xeroauth.CustomConnection}
     */
    public XeroApp customConnectionApp() {
        Client client = parts.identity.customConnectionApp();
        return XeroApp.customConnection(client.id(), () -> client.secret().get().orElseThrow());
    }

    /**
     * The organisations that {@link #user()} may connect.
     *
     * @return in the order of the builder, as they are now
     */
    public List<FakeOrganisation> organisations() {
        return parts.organisations.all();
    }

    /**
     * One of the organisations.
     *
     * @param tenantId which one
     * @return it, as it is now
     * @throws IllegalArgumentException if there is no such organisation
     */
    public FakeOrganisation organisation(TenantId tenantId) {
        return parts.organisations
                .find(tenantId.toString())
                .map(Organisation::snapshot)
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
        parts.organisations.put(tenantId, invoice);
        return organisation(tenantId).find(invoice.id()).orElseThrow();
    }

    /**
     * Somebody enters or changes a bank transaction at Xero, as with an invoice. Does not outlive the fake.
     *
     * @param tenantId where
     * @param transaction replaces the one with the same id
     * @return the transaction with its last change
     * @throws IllegalArgumentException if there is no such organisation
     */
    public FakeBankTransaction put(TenantId tenantId, FakeBankTransaction transaction) {
        parts.organisations.put(tenantId, transaction);
        return organisation(tenantId).bankTransactions().stream()
                .filter(each -> each.id().equals(transaction.id()))
                .findFirst()
                .orElseThrow();
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
        parts.organisations.touch(tenantId, id);
        return organisation(tenantId).find(id).orElseThrow();
    }

    /**
     * Puts faults in the way of the next requests to one part.
     *
     * @param endpoint which part
     * @param next one for each request, behind those that wait already
     */
    public void next(Endpoint endpoint, Fault... next) {
        parts.faults.add(endpoint, next);
    }

    /**
     * Lets the requests have their effect that were held up by {@link Fault#lateArrival()}.
     *
     * @return how many there were
     */
    public int deliverLateRequests() {
        return parts.router.deliverLate();
    }

    /**
     * Waits until requests have arrived that {@link Fault#holdUp()} keeps.
     *
     * @param requests how many
     * @throws IllegalStateException if they do not come within ten seconds, or the thread is interrupted
     */
    public void awaitHeldUp(int requests) {
        try {
            if (!parts.router.awaitHeldUp(requests, PATIENCE)) {
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
        return parts.router.releaseHeldUp();
    }

    /**
     * What was asked, and what came of it.
     *
     * @return a list that goes on growing
     */
    public Ledger ledger() {
        return parts.ledger;
    }

    /**
     * Moves Xero's clock ahead of the one that was given to the builder.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        parts.advance(by);
    }

    /**
     * Xero's clock.
     *
     * @return now
     */
    public Instant now() {
        return parts.now();
    }

    /** Stops listening, and lets every held up request go. */
    @Override
    public void close() {
        parts.router.close();
        server.close();
    }

    /** What a {@link FakeXero} is to hold. For one thread. */
    public static final class Builder extends FakeXeroSettings<Builder> {

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes the invoices and listens.
         *
         * @return a running fake, to be closed
         * @throws IllegalArgumentException if a user may connect an organisation that is not there
         * @throws UncheckedIOException if it cannot listen, or its state file cannot be read
         */
        public FakeXero start() {
            return new FakeXero(new FakeXeroParts(this), port);
        }
    }
}
