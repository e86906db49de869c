package dev.xeroauth;

import java.time.Duration;

/**
 * New tokens were obtained and stored.
 *
 * @param grantId the grant
 * @param why what made it necessary
 * @param lifetime how long the new access token is valid
 */
public record GrantRefreshed(GrantId grantId, RefreshReason why, Duration lifetime) implements XeroEvent {}
