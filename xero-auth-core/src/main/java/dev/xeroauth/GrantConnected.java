package dev.xeroauth;

/**
 * A consent was completed and its tokens are stored.
 *
 * @param grantId the grant
 * @param again whether the grant existed before
 */
public record GrantConnected(GrantId grantId, boolean again) implements XeroEvent {}
