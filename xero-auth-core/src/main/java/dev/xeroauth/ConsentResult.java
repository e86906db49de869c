package dev.xeroauth;

import java.util.List;
import java.util.Optional;

/** A consent that came about: its tokens are stored. Immutable. */
public final class ConsentResult {

    private final GrantId grantId;
    private final List<Connection> connections;
    private final List<Connection> before;
    private final boolean anotherUser;
    private final Optional<XeroUser> user;

    /** @param before the tenants of the grant that was there before, as far as they are known */
    ConsentResult(
            GrantId grantId,
            List<Connection> connections,
            List<Connection> before,
            boolean anotherUser,
            Optional<XeroUser> user) {
        this.grantId = grantId;
        this.connections = List.copyOf(connections);
        this.before = List.copyOf(before);
        this.anotherUser = anotherUser;
        this.user = user;
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
     * Every tenant that the grant reaches, with those of its earlier consents by the same Xero user.
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

    /**
     * What this consent has added.
     *
     * @return the connections of tenants that the grant did not reach before, with their names
     */
    public List<Connection> gained() {
        return without(connections, before);
    }

    /**
     * What the grant reached before and reaches no longer: its user has disconnected it at Xero, or another user came back who
     * did not allow it.
     *
     * @return those connections as they were known, without their names; empty if the grant is new, or its record could not be
     *     read
     */
    public List<Connection> lost() {
        return without(before, connections);
    }

    /**
     * Whether another Xero user came back than the one who consented to this grant before. The grant is this user's now; to
     * refuse that there is {@link ConsentOptions#refuseAnotherUser}.
     *
     * @return false also where the grant is new, or Xero names no user
     */
    public boolean anotherUser() {
        return anotherUser;
    }

    /**
     * Who consented, as the checked ID token says.
     *
     * @return the user; empty unless {@link Scope#OPENID} was asked for
     */
    public Optional<XeroUser> user() {
        return user;
    }

    private static List<Connection> without(List<Connection> these, List<Connection> those) {
        return these.stream()
                .filter(each ->
                        those.stream().noneMatch(other -> other.tenantId().equals(each.tenantId())))
                .toList();
    }

    @Override
    public String toString() {
        return "ConsentResult[grantId=" + grantId + ", connections=" + connections.size() + "]";
    }
}
