package dev.xeroauth;

/**
 * Xero refused every token of a connected grant. That is believed only after a second look, half a minute later; until then
 * a live access token is handed out. {@link XeroAuth#describe} says when the second look is.
 *
 * @param grantId the grant
 * @param reason Xero's error code
 */
public record GrantSuspect(GrantId grantId, String reason) implements XeroEvent {}
