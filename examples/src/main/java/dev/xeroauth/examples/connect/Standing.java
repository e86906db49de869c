package dev.xeroauth.examples.connect;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantId;
import dev.xeroauth.SealedRecordException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says how grants stand, from the store alone. */
final class Standing {

    private final Host host;
    private final Session session;

    Standing(Host host, Session session) {
        this.host = host;
        this.session = session;
    }

    /** A record that does not open is a line like any other, and makes the command fail. */
    int all() {
        List<GrantId> grants = session.auth().grants().toList();
        if (grants.isEmpty()) {
            host.out().println("There are no grants in " + session.store() + ". `connect NAME` makes one.");
            return ExitCode.DONE;
        }
        Table table = new Table("GRANT", "STATUS", "TENANTS", "REFRESHED", "TOKEN UNTIL", "LAST ERROR");
        int code = ExitCode.DONE;
        for (GrantId grant : grants) {
            try {
                row(table, session.auth().describe(grant));
            } catch (SealedRecordException e) {
                table.row(grant.toString(), "sealed with a key or in an environment that is not here", "", "", "", "");
                code = ExitCode.FAILED;
            }
        }
        table.print(host.out());
        return code;
    }

    private static void row(Table table, GrantDescription grant) {
        table.row(
                grant.grantId().toString(),
                status(grant),
                grant.connections().map(List::size).map(String::valueOf).orElse("not read"),
                time(grant.lastRefreshedAt()),
                time(grant.accessTokenExpiresAt()),
                grant.lastError().orElse(""));
    }

    int one(GrantId id) {
        GrantDescription grant = session.auth().describe(id);
        line("Grant", id.toString());
        line("Kept in", session.store());
        line("Status", status(grant));
        line("Tokens from", time(grant.lastRefreshedAt()));
        line("Access token until", time(grant.accessTokenExpiresAt()));
        line("Last error", grant.lastError().map(error -> error + ", " + grant.failures() + " in a row"));
        line("Next attempt at", grant.nextAttemptAt().map(Standing::time));
        line("Xero user", grant.xeroUserId().map(Object::toString));
        line("Tenants", grant.connections().map(List::size).map(String::valueOf).orElse("not read from Xero yet"));
        for (Connection connection : grant.connections().orElse(List.of())) {
            line("", connection.tenantId() + "  " + connection.type());
        }
        return ExitCode.DONE;
    }

    private void line(String what, Optional<String> value) {
        value.ifPresent(text -> line(what, text));
    }

    private void line(String what, String value) {
        host.out().printf(Locale.ROOT, "%-20s%s%n", what, Table.plain(value));
    }

    private static String status(GrantDescription grant) {
        return grant.status().name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
