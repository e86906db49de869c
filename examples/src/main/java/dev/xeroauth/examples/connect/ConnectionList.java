package dev.xeroauth.examples.connect;

import dev.xeroauth.Connection;
import java.io.PrintStream;
import java.util.List;

/** Prints the tenants of a grant. */
final class ConnectionList {

    private final PrintStream out;

    ConnectionList(PrintStream out) {
        this.out = out;
    }

    void print(List<Connection> connections) {
        if (connections.isEmpty()) {
            out.println("It reaches no organisation.");
            return;
        }
        Table table = new Table("NAME", "TENANT ID", "CONNECTION ID", "TYPE");
        connections.forEach(each ->
                table.row(name(each), each.tenantId().toString(), each.id().toString(), each.type()));
        table.print(out);
    }

    private static String name(Connection connection) {
        return connection.name().orElse("(no name)");
    }

    /** What is not connected any more has no name. */
    static String nameOrId(Connection connection) {
        return Table.plain(connection.name().orElse(connection.tenantId().toString()));
    }
}
