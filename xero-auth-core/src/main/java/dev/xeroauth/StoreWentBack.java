package dev.xeroauth;

/**
 * The token store had lost what this process wrote, after a failover or a restored backup for example, and has been given it
 * again. Tokens are kept in doubt and confirmed by another refresh; the store's own cause for it is worth finding.
 *
 * @param grantId the grant
 */
public record StoreWentBack(GrantId grantId) implements XeroEvent {}
