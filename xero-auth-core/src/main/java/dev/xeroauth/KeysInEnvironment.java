package dev.xeroauth;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key ring as environment variables hold it. Says everything that is wrong at once, each entry by its place: what stands
 * where an id should may be the key. For one thread.
 */
final class KeysInEnvironment {

    static final String SEALING = "XERO_SEALING_KEY";
    static final String OPENING = "XERO_OPENING_KEYS";

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private KeysInEnvironment() {}

    static KeyRing read(Map<String, String> environment) {
        KeysInEnvironment read = new KeysInEnvironment();
        read.sealing(environment.getOrDefault(SEALING, "").strip());
        read.opening(environment.getOrDefault(OPENING, "").strip());
        return read.ring();
    }

    private void sealing(String entry) {
        if (entry.isEmpty()) {
            problems.add(SEALING + " is not set");
        } else {
            add(SEALING, entry);
        }
    }

    private void opening(String entries) {
        String[] each = entries.isEmpty() ? new String[0] : entries.split(",", -1);
        for (int i = 0; i < each.length; i++) {
            add("entry " + (i + 1) + " of " + OPENING, each[i].strip());
        }
    }

    private void add(String place, String entry) {
        int colon = entry.indexOf(':');
        byte @Nullable [] key = colon < 0 ? null : decoded(entry.substring(colon + 1));
        if (key == null) {
            problems.add(place + " is not a key id, a colon and a key in Base64");
            return;
        }
        String id = entry.substring(0, colon);
        try {
            KeyRing.checkedId(id);
            KeyRing.aesKey("the key", key);
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage());
            return;
        }
        if (keys.putIfAbsent(id, key) != null) {
            problems.add(place + " has an id that another entry has: each key needs its own");
        }
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private KeyRing ring() {
        if (!problems.isEmpty()) {
            throw new XeroConfigurationException("The keys are not to be had from the environment: "
                    + String.join("; ", problems) + ". " + SEALING + " holds the key that seals, such as"
                    + " 2026-11:BASE64, with 32 random bytes in Base64 (openssl rand -base64 32); " + OPENING
                    + " holds further ones that open, separated by commas");
        }
        @Nullable KeyRing ring = null;
        for (Map.Entry<String, byte[]> each : keys.entrySet()) {
            ring = ring == null
                    ? KeyRing.of(each.getKey(), each.getValue())
                    : ring.alsoOpening(each.getKey(), each.getValue());
        }
        return Objects.requireNonNull(ring);
    }
}
