package dev.xeroauth;

import java.time.Instant;

/**
 * A refresh did not succeed, and the grant is kept. {@link XeroAuth#describe} says how it stands, {@link XeroAuth#retry} does
 * not wait for the next attempt.
 *
 * @param grantId the grant
 * @param reason what went wrong, without any token
 * @param nextAttempt when it is tried again
 */
public record RefreshFailed(GrantId grantId, String reason, Instant nextAttempt) implements XeroEvent {}
