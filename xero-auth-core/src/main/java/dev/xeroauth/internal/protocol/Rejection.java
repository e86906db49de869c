package dev.xeroauth.internal.protocol;

import java.time.Instant;

/**
 * Xero does not accept the application.
 *
 * @param error its error code
 * @param next when it makes sense to ask again
 */
public record Rejection(String error, Instant next) {}
