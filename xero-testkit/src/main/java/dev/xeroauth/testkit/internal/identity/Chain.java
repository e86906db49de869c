package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What came of one consent.
 *
 * @param family the rules' view of its refresh tokens
 * @param pairs at the same places
 */
public record Chain(String clientId, UUID authEventId, List<String> scopes, TokenFamily family, List<Pair> pairs) {

    /** Copies the lists. */
    public Chain {
        scopes = List.copyOf(scopes);
        pairs = List.copyOf(pairs);
    }

    int placeOf(String refreshToken) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).refreshToken().equals(refreshToken)) {
                return i;
            }
        }
        return TokenFamily.NONE;
    }

    /** A second consent whose tokens share this chain's fate. */
    Chain joinedBy(UUID event, List<String> moreScopes) {
        List<String> all =
                Stream.concat(scopes.stream(), moreScopes.stream()).distinct().toList();
        return new Chain(clientId, event, all, family, pairs);
    }

    Chain with(TokenFamily next) {
        return new Chain(clientId, authEventId, scopes, next, pairs);
    }

    Chain with(TokenFamily next, Pair pair) {
        List<Pair> more = new ArrayList<>(pairs);
        more.add(pair);
        return new Chain(clientId, authEventId, scopes, next, more);
    }

    Chain refusedByApi() {
        return new Chain(
                clientId,
                authEventId,
                scopes,
                family,
                pairs.stream().map(Pair::refusedByApi).toList());
    }
}
