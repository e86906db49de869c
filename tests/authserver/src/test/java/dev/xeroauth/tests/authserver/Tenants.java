package dev.xeroauth.tests.authserver;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What users have connected: one organisation more with each consent. */
final class Tenants {

    record Entry(UUID user, UUID id, UUID authEventId, UUID tenantId) {

        Map<String, String> json() {
            return Map.of(
                    "id", id.toString(),
                    "authEventId", authEventId.toString(),
                    "tenantId", tenantId.toString(),
                    "tenantType", "ORGANISATION",
                    "tenantName", "Organisation of " + authEventId);
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** Of use once for a consent; its refreshes come here as well. */
    void consented(UUID user, UUID event) {
        if (entries.stream().noneMatch(entry -> entry.authEventId().equals(event))) {
            entries.add(new Entry(user, UUID.randomUUID(), event, UUID.randomUUID()));
        }
    }

    List<Entry> of(UUID user) {
        return entries.stream().filter(entry -> entry.user().equals(user)).toList();
    }

    boolean disconnect(UUID user, UUID id) {
        return entries.removeIf(entry -> entry.user().equals(user) && entry.id().equals(id));
    }
}
