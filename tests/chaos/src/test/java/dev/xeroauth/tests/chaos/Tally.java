package dev.xeroauth.tests.chaos;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was done to the processes, and what they said. */
final class Tally {

    /** {@code event SAME_PAIR GrantRefreshed[...]}, {@code failed customer-3 TokenUnavailableException}. */
    private static final Pattern SAID = Pattern.compile("(?:event|failed) \\S+ (\\w+).*");

    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger stops = new AtomicInteger();
    private final ConcurrentMap<String, Integer> said = new ConcurrentHashMap<>();

    void killed() {
        kills.incrementAndGet();
    }

    void stopped() {
        stops.incrementAndGet();
    }

    /** Anything else than an event or a failure is of interest as it stands. */
    void count(String line) {
        Matcher matcher = SAID.matcher(line);
        if (matcher.matches()) {
            said.merge(matcher.group(1), 1, Integer::sum);
        } else {
            System.out.println("chaos-output: " + line);
        }
    }

    int kills() {
        return kills.get();
    }

    int stops() {
        return stops.get();
    }

    Map<String, Integer> said() {
        return new TreeMap<>(said);
    }
}
