package dev.xeroauth;

import java.time.Instant;

/**
 * A Bearer token for Xero's APIs. Immutable; its text form does not show it.
 *
 * @param value what goes behind {@code Authorization: Bearer}
 * @param expiresAt when Xero stops accepting it, by this host's clock
 */
public record AccessToken(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "AccessToken[expiresAt=" + expiresAt + "]";
    }
}
