package dev.xeroauth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Xero's id of one organisation or practice, sent with every API call as {@code Xero-Tenant-Id}.
 *
 * <p>It is another type than {@link ConnectionId} because Xero answers 403 to a connection's id in this place.
 *
 * @param value Xero's {@code tenantId}
 */
public record TenantId(UUID value) {

    /**
     * Reads a tenant id as Xero writes it.
     *
     * @param uuid 36 characters, such as {@code fe79f7dd-b6d4-4a92-ba7b-538af6289c58}
     * @return the tenant id
     * @throws IllegalArgumentException if it is no UUID
     */
    public static TenantId of(String uuid) {
        return new TenantId(UUID.fromString(uuid));
    }

    // Written out: what a record brings is put together when it is first called, of a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantId that && value.equals(that.value);
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
