package dev.xeroauth.accounting.internal.sync;

import java.util.Locale;

/** What schedules cost and lost. */
final class Tally {

    private static final int ENVELOPE = 250;
    private static final int ROW = 3000;

    long changes;
    long delivered;
    int fresh;
    long missed;
    long crashes;
    long calls;
    long leastCalls;
    long rows;
    int longest;

    void add(Tally other) {
        changes += other.changes;
        delivered += other.delivered;
        fresh += other.fresh;
        missed += other.missed;
        crashes += other.crashes;
        calls += other.calls;
        leastCalls += other.leastCalls;
        rows += other.rows;
        longest = Math.max(longest, other.longest);
    }

    /** Beside the least possible: every change once, in full pages, and one request for each sync. */
    @Override
    public String toString() {
        double bytes = (double) (ENVELOPE * calls + ROW * rows) / (ENVELOPE * leastCalls + ROW * (long) fresh);
        return String.format(
                Locale.ROOT,
                "changes=%d missed=%d repeated=%.2f%% calls=%.2f× bytes=%.2f× crashes=%d longest-cursor=%d",
                changes,
                missed,
                100.0 * (delivered - fresh) / Math.max(1, delivered),
                (double) calls / leastCalls,
                bytes,
                crashes,
                longest);
    }
}
