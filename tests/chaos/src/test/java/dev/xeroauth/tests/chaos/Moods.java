package dev.xeroauth.tests.chaos;

import dev.xeroauth.GrantId;
import dev.xeroauth.testkit.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The moods in which Xero gives a used token another chance, and the grants of each. */
final class Moods {

    static final List<Mood> WITH_A_WINDOW = List.of(
            Mood.SAME_PAIR,
            Mood.SAME_PAIR_UNTIL_SUCCESSOR_USED,
            Mood.FRESH_PAIR,
            Mood.FRESH_PAIR_UNTIL_SUCCESSOR_USED,
            Mood.NEWEST_ONLY,
            Mood.NEWEST_KILLS_DESCENDANTS);

    private Moods() {}

    /** Every grant belongs to one mood, and each mood to a part of the store. */
    static List<GrantId> grants(Mood mood, int ofAll) {
        List<GrantId> grants = new ArrayList<>();
        for (int i = WITH_A_WINDOW.indexOf(mood); i < ofAll; i += WITH_A_WINDOW.size()) {
            grants.add(GrantId.of("customer-" + i));
        }
        return grants;
    }

    static String part(Mood mood) {
        return mood.name().toLowerCase(Locale.ROOT);
    }
}
