package dev.xeroauth.spi;

import dev.xeroauth.GrantId;

/**
 * The place that a sealed record belongs to. It is authenticated with the record, so that one which was copied to another
 * grant, rolled back under a newer revision, or restored into another environment does not open.
 *
 * @param environment the application's label, such as {@code production}
 * @param grantId whose record it is
 * @param revision which write of it
 */
public record SealContext(String environment, GrantId grantId, Revision revision) {}
