package dev.xeroauth;

import java.util.Optional;
import java.util.UUID;

/**
 * Xero's word for: this grant reaches that tenant. Its text form leaves out the tenant's name.
 *
 * @param id what is deleted to disconnect the tenant
 * @param tenantId what requests are sent with
 * @param type {@code ORGANISATION}, {@code PRACTICE}, or what Xero will add
 * @param name the tenant's name at Xero; empty where Xero gives none, or where it was read from the store, which keeps no
 *     names
 * @param authEventId the consent in which the tenant was connected, if Xero says
 */
public record Connection(
        ConnectionId id, TenantId tenantId, String type, Optional<String> name, Optional<UUID> authEventId) {

    @Override
    public String toString() {
        return "Connection[id=" + id + ", tenantId=" + tenantId + ", type=" + type + "]";
    }
}
