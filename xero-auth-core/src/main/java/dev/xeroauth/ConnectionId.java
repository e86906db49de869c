package dev.xeroauth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Xero's id of one {@link Connection}: what is deleted to disconnect one tenant. Never what a request is sent with; that
 * is the {@link TenantId}.
 *
 * @param value Xero's {@code id} of the connection
 */
public record ConnectionId(UUID value) {

    /**
     * Reads a connection id as Xero writes it.
     *
     * @param uuid 36 characters
     * @return the connection id
     * @throws IllegalArgumentException if it is no UUID
     */
    public static ConnectionId of(String uuid) {
        return new ConnectionId(UUID.fromString(uuid));
    }

    // Written out: what a record brings is put together when it is first called, of a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectionId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
