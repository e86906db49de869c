package dev.xeroauth.testkit.internal.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** That a user has connected a tenant to an app. */
public record FakeConnection(
        UUID id,
        UserOfApp of,
        UUID authEventId,
        UUID tenantId,
        String tenantName,
        Instant createdAt,
        Instant updatedAt) {

    /** Refuses a state file that does not say whose the connection is. */
    public FakeConnection {
        Objects.requireNonNull(of, "of");
    }

    FakeConnection again(UUID event, Instant at) {
        return new FakeConnection(id, of, event, tenantId, tenantName, createdAt, at);
    }
}
