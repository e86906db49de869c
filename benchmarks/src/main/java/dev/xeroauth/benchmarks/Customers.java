package dev.xeroauth.benchmarks;

import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** The customers that every subject has: their names, their tokens, and the order in which they are asked for. */
final class Customers {

    /** Fewer only in tests. */
    static final int COUNT = Integer.getInteger("xero.customers", 10_000);

    /** A power of two. */
    static final int TURNS = 1 << 14;

    /** Longer than any run. */
    static final Duration LIFETIME = Duration.ofHours(12);

    static final Instant NOW = TimeSource.system().now();

    /** About that of a JWT of Xero's. */
    private static final int TOKEN_LENGTH = 1_200;

    private static final int[] ORDER = new Random(42).ints(TURNS, 0, COUNT).toArray();

    private Customers() {}

    /** A new string at every call, as names that come with requests are. */
    static String name(int customer) {
        return "customer-" + customer;
    }

    static String token(int customer) {
        String start = "at-" + customer + "-";
        return start + "x".repeat(TOKEN_LENGTH - start.length());
    }

    /** Who is asked for at this turn: at random, and the same for every subject. */
    static int at(int turn) {
        return ORDER[turn];
    }

    /** Tokens are old objects where a service runs for a while: this makes those of every subject old. */
    static void growOld() {
        System.gc();
    }
}
