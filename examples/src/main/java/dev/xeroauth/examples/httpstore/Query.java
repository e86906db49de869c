package dev.xeroauth.examples.httpstore;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark: numbers, names and Base64, none of which is escaped. */
record Query(Map<String, String> parameters) {

    static Query of(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new Query(parameters);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    <T> @Nullable T get(String name, Function<String, T> reading) {
        return text(name).map(reading).orElse(null);
    }

    Optional<Instant> millis(String name) {
        return text(name).map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    int limit() {
        int limit = text("limit").map(Integer::parseInt).orElse(0);
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is 1 or more");
        }
        return limit;
    }
}
