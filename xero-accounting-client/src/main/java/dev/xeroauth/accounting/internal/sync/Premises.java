package dev.xeroauth.accounting.internal.sync;

import java.util.List;

/** What a sync takes for granted. Where it does not hold, an exception is better than a row that nobody misses. */
final class Premises {

    private Premises() {}

    static void check(Window window, List<? extends Row<?>> rows) {
        if (rows.size() > window.size()) {
            throw new BrokenPremiseException("it has more rows than were asked for");
        }
        long before = window.anchor();
        for (Row<?> row : rows) {
            if (row.updated() < before) {
                throw new BrokenPremiseException(
                        before == window.anchor()
                                ? "it has a document from before If-Modified-Since"
                                : "its documents are not in the order of UpdatedDateUTC");
            }
            before = row.updated();
        }
    }
}
