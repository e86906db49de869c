package dev.xeroauth;

/**
 * Xero refused the grant: its user has to consent again. The moment to write to that user. {@link XeroAuth#disconnected} lists
 * such grants later; {@link XeroAuth#retry} is of use only if Xero erred, and no help if the user has revoked the consent.
 *
 * @param grantId the grant
 * @param reason Xero's error code
 */
public record GrantDisconnected(GrantId grantId, String reason) implements XeroEvent {}
