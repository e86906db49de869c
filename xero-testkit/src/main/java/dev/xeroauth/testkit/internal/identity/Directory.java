package dev.xeroauth.testkit.internal.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is there: the users, of whom there is one at least, and the registered apps. Immutable. */
public record Directory(List<Person> people, List<Client> apps) {

    /** Copies the lists. */
    public Directory {
        people = List.copyOf(people);
        apps = List.copyOf(apps);
    }

    Directory withApps(Client... more) {
        return new Directory(
                people, Stream.concat(Stream.of(more), apps.stream()).toList());
    }

    /** The app with this id. */
    public Optional<Client> app(String clientId) {
        return apps.stream().filter(each -> each.id().equals(clientId)).findFirst();
    }

    /** Who signs in unless somebody else is named. */
    public Person first() {
        return people.get(0);
    }

    /** The user with this id. */
    public Optional<Person> person(UUID userId) {
        return people.stream().filter(each -> each.user().id().equals(userId)).findFirst();
    }
}
