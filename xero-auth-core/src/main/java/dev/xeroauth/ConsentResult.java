package dev.xeroauth;

import java.util.List;

/** A consent that came about: its tokens are stored. Immutable. */
public final class ConsentResult {

    private final GrantId grantId;
    private final List<Connection> connections;

    ConsentResult(GrantId grantId, List<Connection> connections) {
        this.grantId = grantId;
        this.connections = List.copyOf(connections);
    }

    /**
     * The grant, from now on to be used.
     *
     * @return its id
     */
    public GrantId grantId() {
        return grantId;
    }

    /**
     * Every tenant that the grant reaches, with those of its earlier consents.
     *
     * @return the connections with their names, in Xero's order
     */
    public List<Connection> connections() {
        return connections;
    }

    /**
     * The tenant, where there is no choice.
     *
     * @return the only connection
     * @throws IllegalStateException if there are none or several; the message lists the tenants
     */
    public Connection onlyConnection() {
        if (connections.size() != 1) {
            throw new IllegalStateException("The grant '" + grantId + "' reaches " + connections.size()
                    + " tenants, choose one: "
                    + connections.stream().map(Connection::tenantId).toList());
        }
        return connections.get(0);
    }

    @Override
    public String toString() {
        return "ConsentResult[grantId=" + grantId + ", connections=" + connections.size() + "]";
    }
}
