package dev.xeroauth;

/**
 * A grant that was suspect or disconnected has new tokens, without another consent.
 *
 * @param grantId the grant
 */
public record GrantRecovered(GrantId grantId) implements XeroEvent {}
