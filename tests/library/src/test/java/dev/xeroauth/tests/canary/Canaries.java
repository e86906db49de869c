package dev.xeroauth.tests.canary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that must not show, told from other text by their rarity. A text is gone through once, however many values there
 * are. For one thread.
 */
final class Canaries {

    /** No form of a value is shorter, or it could be a word of its own. */
    private static final int SHORTEST = 8;

    private static final int FACTOR = 31;
    private static final int FACTOR_OF_THE_FIRST = power(SHORTEST - 1);

    /** What a text may hold, by the hash of its beginning. */
    private final Map<Integer, Map<String, String>> kinds = new HashMap<>();

    private final Set<Object> values = new HashSet<>();
    private final Set<String> kindsPlanted = new TreeSet<>();

    /** @param kind what is reported in place of the value */
    void plant(String kind, String value) {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("Too short to be told from other text: " + kind);
        }
        add(kind, value, Forms.of(value));
    }

    void plant(String kind, byte[] value) {
        add(kind, List.of(java.util.HexFormat.of().formatHex(value)), Forms.of(value));
    }

    private void add(String kind, Object value, Map<String, String> forms) {
        if (values.add(value)) {
            kindsPlanted.add(kind);
            forms.forEach((form, name) -> {
                String text = folded(form);
                if (text.length() >= SHORTEST) {
                    kinds.computeIfAbsent(hash(text), hash -> new HashMap<>()).put(text, kind + ", " + name);
                }
            });
        }
    }

    /** How many different values. */
    int planted() {
        return values.size();
    }

    Set<String> kinds() {
        return kindsPlanted;
    }

    /** What shows in this text, and in which form; never the value. */
    Optional<String> in(String shown) {
        String text = folded(shown);
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        int hash = hash(text);
        for (int i = 0; ; i++) {
            Optional<String> kind = at(text, i, hash);
            if (kind.isPresent() || i + SHORTEST == text.length()) {
                return kind;
            }
            hash = (hash - text.charAt(i) * FACTOR_OF_THE_FIRST) * FACTOR + text.charAt(i + SHORTEST);
        }
    }

    private Optional<String> at(String text, int place, int hash) {
        for (Map.Entry<String, String> form : kinds.getOrDefault(hash, Map.of()).entrySet()) {
            if (text.startsWith(form.getKey(), place)) {
                return Optional.of(form.getValue());
            }
        }
        return Optional.empty();
    }

    /** With the overflow that hashes have. */
    private static int power(int exponent) {
        return exponent == 0 ? 1 : FACTOR * power(exponent - 1);
    }

    private static int hash(String text) {
        int hash = 0;
        for (int i = 0; i < SHORTEST; i++) {
            hash = hash * FACTOR + text.charAt(i);
        }
        return hash;
    }

    /** Hex comes in both cases, Base64 in two alphabets. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', '+').replace('_', '/');
    }
}
