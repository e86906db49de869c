package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What came of one consent.
 *
 * @param family the rules' view of its refresh tokens
 * @param pairs at the same places
 */
public record Chain(
        UserOfApp of, UUID authEventId, Instant signedInAt, List<String> scopes, TokenFamily family, List<Pair> pairs) {

    /** Copies the lists. Refuses a state file that does not say whose the tokens are, or since when. */
    public Chain {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(signedInAt, "signedInAt");
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

    boolean has(String refreshToken) {
        return placeOf(refreshToken) != TokenFamily.NONE;
    }

    /** A second consent whose tokens share this chain's fate. */
    Chain joinedBy(UUID event, Instant at, List<String> moreScopes) {
        List<String> all =
                Stream.concat(scopes.stream(), moreScopes.stream()).distinct().toList();
        return new Chain(of, event, at, all, family, pairs);
    }

    Chain with(TokenFamily next) {
        return new Chain(of, authEventId, signedInAt, scopes, next, pairs);
    }

    Chain with(TokenFamily next, Pair pair) {
        List<Pair> more = new ArrayList<>(pairs);
        more.add(pair);
        return new Chain(of, authEventId, signedInAt, scopes, next, more);
    }

    Chain refusedByApi() {
        return new Chain(
                of,
                authEventId,
                signedInAt,
                scopes,
                family,
                pairs.stream().map(Pair::refusedByApi).toList());
    }
}
