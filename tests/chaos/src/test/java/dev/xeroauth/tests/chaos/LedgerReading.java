package dev.xeroauth.tests.chaos;

import dev.xeroauth.testkit.Ledger.Presentation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger of one Xero shows, read from its beginning. A token is known by its consent and its number there.
 */
final class LedgerReading {

    private final Map<Token, Integer> parents = new HashMap<>();
    private final Map<Integer, Integer> newest = new HashMap<>();
    private final Set<Token> presented = new HashSet<>();
    private final Set<Token> succeeded = new HashSet<>();
    private final Set<Integer> overtaken = new HashSet<>();
    private int refreshes;
    private int ambiguous;
    private int salvaged;

    private record Token(int consent, int number) {}

    static LedgerReading of(List<Presentation> presentations) {
        LedgerReading reading = new LedgerReading();
        presentations.stream().filter(each -> each.consent() >= 0).forEach(reading::read);
        return reading;
    }

    private void read(Presentation each) {
        Token token = new Token(each.consent(), each.presented());
        boolean first = presented.add(token);
        if (!first) {
            ambiguous++;
        }
        if (each.issued() < 0) {
            return;
        }
        refreshes++;
        if (succeeded.contains(token)) {
            overtaken.add(each.consent());
        } else {
            // Whatever came late before did no harm.
            overtaken.remove(each.consent());
        }
        if (first && each.presented() < newest.getOrDefault(each.consent(), 0)) {
            salvaged++;
        }
        Integer parent = parents.get(token);
        if (parent != null) {
            succeeded.add(new Token(each.consent(), parent));
        }
        parents.putIfAbsent(new Token(each.consent(), each.issued()), each.presented());
        newest.merge(each.consent(), each.issued(), Math::max);
    }

    /** Presentations that gave tokens. */
    int refreshes() {
        return refreshes;
    }

    /** Presentations of a token that had been presented before: nobody knew what had come of that. */
    int ambiguous() {
        return ambiguous;
    }

    /** Tokens first put to use when a newer one had been issued: they had come too late to be saved, and were kept. */
    int salvaged() {
        return salvaged;
    }

    /** Whether the last effect on this consent was that of a token whose successor had been presented. */
    boolean wasOvertaken(int consent) {
        return overtaken.contains(consent);
    }
}
