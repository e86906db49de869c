package dev.xeroauth;

/**
 * Xero refused the grant: its user has to consent again. The moment to write to that user.
 *
 * @param grantId the grant
 * @param reason Xero's error code
 */
public record GrantDisconnected(GrantId grantId, String reason) implements XeroEvent {}
