package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
