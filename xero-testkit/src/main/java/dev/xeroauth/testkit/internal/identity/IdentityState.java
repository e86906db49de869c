package dev.xeroauth.testkit.internal.identity;

import java.util.List;
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

    IdentityState with(List<FakeConnection> next) {
        return new IdentityState(chains, next);
    }

    IdentityState without(Predicate<FakeConnection> gone) {
        return with(connections.stream().filter(gone.negate()).toList());
    }
}
