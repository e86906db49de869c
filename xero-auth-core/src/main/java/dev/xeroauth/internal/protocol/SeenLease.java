package dev.xeroauth.internal.protocol;

/**
 * A lease as this process has watched it.
 *
 * @param nonce whose it is
 * @param firstSeenNanos when it was first seen to stand, by this process's counter
 */
public record SeenLease(String nonce, long firstSeenNanos) {}
