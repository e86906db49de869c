package dev.xeroauth;

/**
 * The application has ended a grant, with {@link XeroAuth#disconnect(GrantId)} or {@link XeroAuth#revoke}: its tokens are gone
 * from the store.
 *
 * @param grantId the grant
 */
public record GrantEnded(GrantId grantId) implements XeroEvent {}
