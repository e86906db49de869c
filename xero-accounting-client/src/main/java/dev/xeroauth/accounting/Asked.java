package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of Xero: all that an exception may show of a request.
 *
 * @param operation method and path without ids
 * @param tenant null: the one organisation of a custom connection
 * @param idempotencyKey null: the request is a read
 */
record Asked(
        String operation, @Nullable UUID tenant, @Nullable String idempotencyKey) implements Serializable {

    /** What to do about a write that may have been carried out. */
    static final String ADVICE = "repeat it within 6 minutes under the same idempotencyKey()";

    static Asked of(String operation, @Nullable TenantId tenantId, @Nullable String idempotencyKey) {
        return new Asked(operation, tenantId == null ? null : tenantId.value(), idempotencyKey);
    }

    boolean isWrite() {
        return idempotencyKey != null;
    }

    boolean isOfCustomConnection() {
        return tenant == null;
    }

    Optional<TenantId> tenantId() {
        return Optional.ofNullable(tenant).map(TenantId::new);
    }

    Optional<String> key() {
        return Optional.ofNullable(idempotencyKey);
    }

    /** For messages. */
    String whose() {
        return tenant == null ? "custom connection" : "tenant " + tenant;
    }
}
