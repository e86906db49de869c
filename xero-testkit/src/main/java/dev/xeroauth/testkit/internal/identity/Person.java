package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.testkit.FakeUser;
import java.util.List;
import java.util.UUID;

/** A user, with the organisations that he may connect. */
public record Person(FakeUser user, List<Tenant> tenants) {

    /** Copies the list. */
    public Person {
        tenants = List.copyOf(tenants);
    }

    /** Whether he may connect all of these. */
    public boolean mayConnect(List<UUID> tenantIds) {
        return tenants.stream().map(Tenant::id).toList().containsAll(tenantIds);
    }
}
