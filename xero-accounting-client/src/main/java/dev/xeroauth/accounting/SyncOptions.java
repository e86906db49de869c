package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.sync.Settings;
import java.time.Duration;

/** How a sync is done. There are no filters: a document that stops to match one would leave the list unseen. Not thread-safe. */
public final class SyncOptions {

    private static final Duration OVERLAP = Duration.ofSeconds(30);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(1);

    private Duration overlap = OVERLAP;
    private int pageSize = QueryBuilder.MAX_PAGE_SIZE;
    private boolean summaryOnly;

    SyncOptions() {}

    /**
     * How long after its {@code UpdatedDateUTC} a change may become visible at Xero, with what the clocks of Xero's servers
     * differ by. What has changed so shortly before a page is read by the next sync once more, and is not delivered again if
     * the cursor has room to remember it. 30 seconds unless set; a change that takes longer is missed. Another value counts
     * for what is read from now on.
     *
     * @param longest up to a day
     * @return this
     * @throws IllegalArgumentException if it is negative or longer than a day
     */
    public SyncOptions overlap(Duration longest) {
        if (longest.isNegative() || longest.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("An overlap is from nothing up to a day, not " + longest);
        }
        overlap = longest;
        return this;
    }

    /**
     * About how many documents a page has, and so a batch; 1000 unless set, the most that Xero gives. Where many have changed
     * in one second, a page may have some less or some more.
     *
     * @param documents 1 to 1000; below 10 much is read twice
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public SyncOptions pageSize(int documents) {
        pageSize = QueryBuilder.checkedPageSize(documents);
        return this;
    }

    /**
     * Leave out lines and payments, which makes the answers small. For invoices alone.
     *
     * @param only true to leave them out
     * @return this
     */
    public SyncOptions summaryOnly(boolean only) {
        summaryOnly = only;
        return this;
    }

    boolean wantsSummaries() {
        return summaryOnly;
    }

    Settings settings() {
        return new Settings(overlap.toMillis(), pageSize);
    }
}
