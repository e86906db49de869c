package dev.xeroauth.internal.record;

import java.time.Instant;

/**
 * The right to present this grant's refresh token, which ends by itself.
 *
 * @param nonce a fresh random value: who holds it
 * @param until when it ends
 */
public record Lease(String nonce, Instant until) {}
