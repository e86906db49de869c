package dev.xeroauth.testkit.internal.identity;

import java.time.Instant;
import java.util.UUID;

/** That the user has connected a tenant to the app. */
public record FakeConnection(
        UUID id, UUID authEventId, UUID tenantId, String tenantName, Instant createdAt, Instant updatedAt) {

    FakeConnection again(UUID event, Instant at) {
        return new FakeConnection(id, event, tenantId, tenantName, createdAt, at);
    }
}
