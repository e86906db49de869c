package dev.xeroauth.tests.model;

import dev.xeroauth.TokenSet;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.testkit.internal.rotation.Rules;
import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The token endpoint in one mood, by the rules that the fake plays. A token is called after its consent and its place there:
 * {@code R0.2} is the third of the first consent.
 *
 * @param rules how tokens follow each other
 * @param consents what a second consent does
 */
record Server(Rules rules, Consents consents) {

    /** What a second consent does to the tokens of the first. */
    enum Consents {
        /** Nothing. */
        INDEPENDENT,
        /** They share one fate from then on. */
        SHARED,
        /** They are no longer good. */
        KILLS_FIRST
    }

    /**
     * What came of a request.
     *
     * @param families all tokens as they are from now on, by consent
     * @param issued the refresh token that is handed out; empty: {@code invalid_grant}
     */
    record Answer(List<TokenFamily> families, Optional<String> issued) {

        RefreshOutcome outcome() {
            return issued.<RefreshOutcome>map(token -> new RefreshOutcome.Issued(new TokenSet(
                            access(token), Optional.of(token), Duration.ofMinutes(30), Set.of(), Optional.empty())))
                    .orElseGet(() -> new RefreshOutcome.Refused("invalid_grant"));
        }

        @Override
        public String toString() {
            return issued.orElse("refused");
        }
    }

    Answer begin() {
        return new Answer(List.of(TokenFamily.begun(World.BEGINNING)), Optional.of(new TokenName(0, 0).refreshToken()));
    }

    Answer consent(List<TokenFamily> families) {
        List<TokenFamily> next = new ArrayList<>(families);
        if (consents == Consents.SHARED) {
            next.set(0, next.get(0).begunAgain(World.BEGINNING));
            return new Answer(
                    next, Optional.of(new TokenName(0, next.get(0).tokens().size() - 1).refreshToken()));
        }
        if (consents == Consents.KILLS_FIRST) {
            next.replaceAll(TokenFamily::revoked);
        }
        next.add(TokenFamily.begun(World.BEGINNING));
        return new Answer(next, Optional.of(new TokenName(next.size() - 1, 0).refreshToken()));
    }

    Answer present(List<TokenFamily> families, String token) {
        TokenName name = TokenName.of(token);
        TokenFamily.Presented presented = families.get(name.family()).present(name.place(), World.BEGINNING, rules);
        List<TokenFamily> next = new ArrayList<>(families);
        next.set(name.family(), presented.family());
        return new Answer(next, presented.issued().map(place -> new TokenName(name.family(), place).refreshToken()));
    }

    boolean accepts(List<TokenFamily> families, String token) {
        return present(families, token).issued().isPresent();
    }

    /** The access token that comes with a refresh token. */
    static String access(String refreshToken) {
        return "A" + refreshToken.substring(1);
    }

    /** The token that the consent gave from which this one comes. */
    static String root(List<TokenFamily> families, String token) {
        TokenName name = TokenName.of(token);
        int place = name.place();
        List<TokenFamily.Token> tokens = families.get(name.family()).tokens();
        while (tokens.get(place).parent() != TokenFamily.NONE) {
            place = tokens.get(place).parent();
        }
        return new TokenName(name.family(), place).refreshToken();
    }
}
