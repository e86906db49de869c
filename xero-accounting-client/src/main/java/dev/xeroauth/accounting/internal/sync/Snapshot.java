package dev.xeroauth.accounting.internal.sync;

import java.util.List;

/**
 * What came for a {@link Window}.
 *
 * @param <T> what the list holds
 * @param rows in Xero's order
 * @param itemCount how many rows there were from the anchor on; {@link #UNCOUNTED} if Xero did not say
 * @param servedAt when it was made, by Xero's clock, in milliseconds since the epoch
 * @param tookMillis how long before that its rows may have been read
 */
public record Snapshot<T>(List<Row<T>> rows, long itemCount, long servedAt, long tookMillis) {

    /** Xero did not say how many there are. */
    public static final long UNCOUNTED = -1;

    /** So far a server fills a page whether it knows {@code pageSize} or not. */
    static final int FILLED_BY_ALL = 100;

    /**
     * What came, with rows that nobody changes.
     *
     * @param rows in Xero's order
     * @param itemCount how many rows there were from the anchor on; {@link #UNCOUNTED} if Xero did not say
     * @param servedAt when it was made, by Xero's clock, in milliseconds since the epoch
     * @param tookMillis how long before that its rows may have been read
     */
    public Snapshot {
        rows = List.copyOf(rows);
    }

    /** The earliest moment that the rows may be of. */
    long takenAt() {
        return servedAt - tookMillis;
    }

    boolean isCounted() {
        return itemCount != UNCOUNTED;
    }

    /** Whether nothing lay behind it. A window that is full counts as the last one only by Xero's count. */
    boolean isLast(Window window) {
        long end = (long) window.start() + rows.size();
        if (!isCounted()) {
            return rows.size() < Math.min(window.size(), FILLED_BY_ALL);
        }
        return rows.size() < window.size() ? itemCount <= end : itemCount == end;
    }
}
