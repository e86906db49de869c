package dev.xeroauth.testkit.internal.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everything that outlives a restart of the fake. Immutable. */
public record IdentityState(List<Chain> chains, List<FakeConnection> connections) {

    static final IdentityState EMPTY = new IdentityState(List.of(), List.of());

    /** Copies the lists. */
    public IdentityState {
        chains = List.copyOf(chains);
        connections = List.copyOf(connections);
    }

    /** How many chains and pairs there have been. */
    int issued() {
        return chains.stream().mapToInt(chain -> chain.pairs().size() + 1).sum();
    }

    Optional<Chain> chain(Predicate<Chain> which) {
        return chains.stream().filter(which).findFirst();
    }

    Optional<Chain> lastChain(UserOfApp of) {
        return chains.stream().filter(chain -> chain.of().equals(of)).reduce((first, last) -> last);
    }

    Optional<FakeConnection> connectionOf(Client client) {
        return connections.stream()
                .filter(connection -> connection.of().clientId().equals(client.id()))
                .findFirst();
    }

    /** Whether an app has ever connected anything. */
    boolean knows(Client client) {
        return connectionOf(client).isPresent()
                || chain(chain -> chain.of().clientId().equals(client.id())).isPresent();
    }

    IdentityState plus(Chain chain) {
        return new IdentityState(
                Stream.concat(chains.stream(), Stream.of(chain)).toList(), connections);
    }

    IdentityState replacing(Chain old, Chain next) {
        return eachChain(chain -> chain.equals(old) ? next : chain);
    }

    IdentityState eachChain(UnaryOperator<Chain> change) {
        return new IdentityState(chains.stream().map(change).toList(), connections);
    }

    IdentityState eachChain(Predicate<UserOfApp> whose, UnaryOperator<Chain> change) {
        return eachChain(chain -> whose.test(chain.of()) ? change.apply(chain) : chain);
    }

    /** Ends every token and every connection of theirs. */
    IdentityState revoking(Predicate<UserOfApp> whose) {
        return eachChain(whose, chain -> chain.with(chain.family().revoked()).refusedByApi())
                .without(connection -> whose.test(connection.of()));
    }

    IdentityState with(List<FakeConnection> next) {
        return new IdentityState(chains, next);
    }

    IdentityState without(Predicate<FakeConnection> gone) {
        return with(connections.stream().filter(gone.negate()).toList());
    }
}
