package dev.xeroauth;

/**
 * Xero no longer lists a tenant that the grant reached: its user has disconnected that organisation. The grant's other
 * tenants go on.
 *
 * @param grantId the grant
 * @param connection the connection as it was last known, without its name
 */
public record ConnectionLost(GrantId grantId, Connection connection) implements XeroEvent {}
