package dev.xeroauth.examples;

import static dev.xeroauth.Scope.ACCOUNTING_INVOICES_READ;
import static dev.xeroauth.Scope.OFFLINE_ACCESS;

import dev.xeroauth.Connection;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.Scopes;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.jdbc.JdbcTokenStore;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Connects to Xero, once, and prints for each organisation which invoices have changed and what is owed by age. Its tokens
 * are kept, sealed, in a database file, from which the next run goes on.
 *
 * <p>Without further ado it talks to a fake Xero on this machine. With XERO_CLIENT_ID and XERO_CLIENT_SECRET in the
 * environment it talks to Xero.
 */
public final class InvoiceReport {

    private static final GrantId GRANT = GrantId.of("invoice-report");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int DAYS = 14;

    private final Surroundings surroundings;
    private final Path directory;
    private final PrintStream out;

    InvoiceReport(Surroundings surroundings, Path directory, PrintStream out) {
        this.surroundings = surroundings;
        this.directory = directory;
        this.out = out;
    }

    /**
     * Prints the report.
     *
     * @param args the directory for what is kept between runs
     * @throws IOException if it cannot be written
     * @throws InterruptedException if nobody waits for the report any more
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean real = System.getenv("XERO_CLIENT_ID") != null;
        Path base = Path.of(args.length > 0 ? args[0] : "invoice-report");
        Path directory = Files.createDirectories(base.resolve(real ? "xero" : "fake-xero"));
        try (Surroundings surroundings = real ? new RealXero(out) : new PlayedXero(directory, out)) {
            new InvoiceReport(surroundings, directory, out).run();
        }
    }

    /** One report for each organisation. */
    List<OrganisationReport> run() throws IOException, InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + directory.resolve("tokens").toAbsolutePath());
        JdbcTokenStore store = JdbcTokenStore.of(database);
        store.createTableIfMissing();
        try (XeroClient xero = XeroClient.builder()
                .app(surroundings.app())
                .tokenStore(store)
                .encryption(KeyFile.in(directory))
                .endpoints(surroundings.endpoints())
                .time(surroundings.time())
                .onEvent(new TokenLife(out).andThen(surroundings::onEvent))
                .build()) {
            LocalDate today = LocalDate.ofInstant(surroundings.time().now(), ZoneOffset.UTC);
            List<OrganisationReport> reports = new ArrayList<>();
            for (Connection connection : connections(xero)) {
                reports.add(report(xero, connection, today));
            }
            return reports;
        }
    }

    /** From an earlier run's consent, or a new one. */
    private List<Connection> connections(XeroClient xero) throws IOException, InterruptedException {
        while (true) {
            try {
                List<Connection> connections = xero.connections(GRANT);
                out.println("Going on from the consent of an earlier run.");
                return connections;
            } catch (GrantNotFoundException e) {
                out.println("No consent yet: connecting to Xero.");
                return connect(xero);
            } catch (GrantDisconnectedException e) {
                out.println("Xero no longer accepts the consent of an earlier run: connecting again.");
                return connect(xero);
            } catch (TokenUnavailableException e) {
                await(e);
            }
        }
    }

    /** Xero may be away, or refuse by mistake: the library says when it asks again. */
    private void await(TokenUnavailableException e) throws IOException, InterruptedException {
        Instant retryAt = e.retryAt().orElseThrow(() -> e);
        Duration left = Duration.between(surroundings.time().now(), retryAt);
        if (left.compareTo(PATIENCE) > 0) {
            throw e;
        }
        out.println("No access token for now, asking once more: " + e.getMessage());
        surroundings.pause(left.isNegative() ? Duration.ZERO : left.plusMillis(1));
    }

    /** The user decides at Xero, in a browser; what the browser brings back is exchanged for tokens, which are stored. */
    private List<Connection> connect(XeroClient xero) throws IOException, InterruptedException {
        ConsentRequest request =
                xero.consent().begin(GRANT, Surroundings.REDIRECT, Scopes.of(ACCOUNTING_INVOICES_READ, OFFLINE_ACCESS));
        URI callback = surroundings.letUserDecide(request.url());
        return xero.consent().complete(request, callback).connections();
    }

    private OrganisationReport report(XeroClient xero, Connection connection, LocalDate today)
            throws IOException, InterruptedException {
        LocalDate since = today.minusDays(DAYS);
        ReportPage page = new ReportPage(out);
        page.heading(connection.name().orElse("Organisation " + connection.tenantId()));
        OrganisationReport report = new OrganisationReport(xero.tenant(GRANT, connection.tenantId()), today, out);
        report.readChanges(since);
        surroundings.afterReading();
        report.readDebts();
        surroundings.afterReading();
        page.changed(since, report.changed());
        page.aged("Owed to us", report.receivables());
        page.aged("Owed by us", report.payables());
        return report;
    }
}
