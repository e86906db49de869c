package dev.xeroauth;

/**
 * A grant was disconnected although none of its requests had stayed without an answer: either its user has disconnected the
 * app at Xero, or something outside the library has refreshed the same grant, which spends its tokens. It comes together with
 * {@link GrantDisconnected}.
 *
 * @param grantId the grant
 */
public record ForeignRotationSuspected(GrantId grantId) implements XeroEvent {}
