package dev.xeroauth;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tenant does not belong to the grant: its user has not connected it, or disconnected it since. No call was made. If
 * the id is that of a connection instead of a tenant, the message says so.
 */
public final class TenantNotReachableException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient GrantId grantId;
    private final transient TenantId tenantId;

    private TenantNotReachableException(GrantId grantId, TenantId tenantId, String reason) {
        super(reason, null);
        this.grantId = grantId;
        this.tenantId = tenantId;
    }

    /**
     * The grant reaches others.
     *
     * @param grantId the grant
     * @param tenantId the tenant that was to be used
     * @param reachable those that it reaches
     * @return the exception
     */
    public static TenantNotReachableException outside(GrantId grantId, TenantId tenantId, Set<TenantId> reachable) {
        String known = reachable.isEmpty()
                ? "no tenants"
                : reachable.stream()
                        .map(TenantId::toString)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString();
        return new TenantNotReachableException(
                grantId,
                tenantId,
                "The grant '" + grantId + "' does not reach the tenant " + tenantId + "; it reaches " + known);
    }

    /**
     * The id is that of a connection.
     *
     * @param grantId the grant
     * @param tenantId what was given as a tenant
     * @param meant the tenant of that connection
     * @return the exception
     */
    public static TenantNotReachableException connectionIdUsed(GrantId grantId, TenantId tenantId, TenantId meant) {
        return new TenantNotReachableException(
                grantId,
                tenantId,
                tenantId + " is the id of a connection, not of a tenant. The tenant of that connection is " + meant);
    }

    /**
     * The grant that was to be used.
     *
     * @return its id
     */
    public GrantId grantId() {
        return grantId;
    }

    /**
     * The tenant that it does not reach.
     *
     * @return its id
     */
    public TenantId tenantId() {
        return tenantId;
    }
}
