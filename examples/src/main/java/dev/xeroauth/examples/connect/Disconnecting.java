package dev.xeroauth.examples.connect;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import java.util.List;
import java.util.stream.Collectors;

/** Ends what a grant reaches: one organisation, or all of the grant's own. */
final class Disconnecting {

    private final Host host;
    private final Session session;

    Disconnecting(Host host, Session session) {
        this.host = host;
        this.session = session;
    }

    int one(GrantId grant, String tenant) {
        List<Connection> connections = session.auth().refreshConnections(grant);
        Connection connection = chosen(grant, connections, tenant);
        session.auth().disconnect(grant, connection.id());
        host.out()
                .println("Disconnected " + ConnectionList.nameOrId(connection) + ". The grant '" + grant + "' reaches "
                        + count(connections.size() - 1) + " now.");
        return ExitCode.DONE;
    }

    int all(GrantId grant, boolean yes) {
        List<Connection> connections = connections(grant);
        String question = "This disconnects " + count(connections.size()) + " and ends the grant '" + grant + "': "
                + connections.stream().map(ConnectionList::nameOrId).collect(Collectors.joining(", ")) + ". Go on?";
        if (!yes && !host.confirms(question)) {
            host.out().println("Nothing has changed.");
            return ExitCode.FAILED;
        }
        session.auth().disconnect(grant);
        host.out().println("Disconnected. There is no grant '" + grant + "' any more.");
        return ExitCode.DONE;
    }

    /** A grant that Xero no longer accepts has no names, and can be ended all the same. */
    private List<Connection> connections(GrantId grant) {
        try {
            return session.auth().connections(grant);
        } catch (GrantDisconnectedException e) {
            return session.auth().describe(grant).connections().orElse(List.of());
        }
    }

    private static Connection chosen(GrantId grant, List<Connection> connections, String tenant) {
        List<Connection> meant =
                connections.stream().filter(each -> isCalled(each, tenant)).toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw new ToldException(
                meant.isEmpty()
                        ? "The grant '" + grant + "' reaches no organisation '" + Table.plain(tenant) + "'. `tenants "
                                + grant + "` lists those that it does."
                        : "The grant '" + grant
                                + "' reaches several organisations of that name. Give the tenant id: `tenants " + grant
                                + "` lists them.");
    }

    private static boolean isCalled(Connection connection, String tenant) {
        return connection.tenantId().toString().equalsIgnoreCase(tenant)
                || connection.name().filter(tenant::equalsIgnoreCase).isPresent();
    }

    private static String count(int organisations) {
        return organisations == 1 ? "one organisation" : organisations + " organisations";
    }
}
