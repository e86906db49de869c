package dev.xeroauth.tests.chaos;

import dev.xeroauth.testkit.Mood;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a process is told when it starts, as words on its command line.
 *
 * @param store where the store is
 * @param time by which all of them go
 * @param grants how many there are in all
 * @param xeros where Xero is in each of its moods; empty as long as it is not
 */
record Surroundings(String store, FastTime time, int grants, Map<Mood, Xero> xeros) {

    /** One Xero. */
    record Xero(String address, String clientId, String clientSecret) {}

    private static final int ALONE = 4;

    List<String> words() {
        List<String> words = new ArrayList<>(
                List.of(store, Long.toString(time.began()), Integer.toString(time.speed()), Integer.toString(grants)));
        xeros.forEach((mood, xero) ->
                words.addAll(List.of(mood.name(), xero.address(), xero.clientId(), xero.clientSecret())));
        return words;
    }

    static Surroundings of(List<String> words) {
        Map<Mood, Xero> xeros = new EnumMap<>(Mood.class);
        for (int i = ALONE; i < words.size(); i += 4) {
            xeros.put(Mood.valueOf(words.get(i)), new Xero(words.get(i + 1), words.get(i + 2), words.get(i + 3)));
        }
        FastTime time = new FastTime(Long.parseLong(words.get(1)), Integer.parseInt(words.get(2)));
        return new Surroundings(words.get(0), time, Integer.parseInt(words.get(3)), xeros);
    }

    Surroundings with(Map<Mood, Xero> there) {
        return new Surroundings(store, time, grants, there);
    }
}
