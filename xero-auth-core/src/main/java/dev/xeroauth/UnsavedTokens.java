package dev.xeroauth;

/**
 * The library was closed while the store did not take tokens that Xero had issued, or while a refresh was still under way that may
 * have got some. Another process has to refresh this grant within 30 minutes, or its user has to consent again.
 *
 * @param grantId the grant
 */
public record UnsavedTokens(GrantId grantId) implements XeroEvent {}
