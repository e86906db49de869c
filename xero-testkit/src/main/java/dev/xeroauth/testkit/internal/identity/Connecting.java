package dev.xeroauth.testkit.internal.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the connections of a consent. Each user has his own to a tenant, and keeps it over consents. */
final class Connecting {

    private final Secrets secrets;
    private final Directory directory;

    Connecting(Secrets secrets, Directory directory) {
        this.secrets = secrets;
        this.directory = directory;
    }

    List<FakeConnection> after(List<FakeConnection> before, Consent consent, UUID event, Instant now) {
        List<FakeConnection> connections = new ArrayList<>(before);
        for (Tenant tenant : tenants(consent)) {
            Optional<FakeConnection> old = before.stream()
                    .filter(each ->
                            each.of().equals(consent.of()) && each.tenantId().equals(tenant.id()))
                    .findFirst();
            old.ifPresent(connections::remove);
            connections.add(
                    old.map(each -> each.again(event, now)).orElseGet(() -> begun(consent.of(), tenant, event, now)));
        }
        return connections;
    }

    /**
     * The first user has connected the first organisation to each custom connection, long ago. One that is not connected now
     * but has had tokens was disconnected, and stays so.
     */
    IdentityState withCustomConnections(IdentityState state, Instant now) {
        Person person = directory.first();
        List<FakeConnection> connections = new ArrayList<>(state.connections());
        directory.apps().stream()
                .filter(Client::isCustomConnection)
                .filter(app -> !state.knows(app))
                .forEach(app -> person.tenants().stream()
                        .findFirst()
                        .map(tenant ->
                                begun(new UserOfApp(app.id(), person.user().id()), tenant, secrets.eventOf(app), now))
                        .ifPresent(connections::add));
        return state.with(connections);
    }

    private List<Tenant> tenants(Consent consent) {
        return directory.person(consent.of().userId()).stream()
                .flatMap(person -> person.tenants().stream())
                .filter(consent::names)
                .toList();
    }

    private FakeConnection begun(UserOfApp of, Tenant tenant, UUID event, Instant now) {
        UUID id = secrets.connectionId(tenant.id(), event);
        return new FakeConnection(id, of, event, tenant.id(), tenant.name(), now, now);
    }
}
