package dev.xeroauth.accounting;

import java.util.List;

/**
 * What a sync delivers at once. Immutable.
 *
 * @param <T> the documents
 */
public final class SyncBatch<T> {

    private final List<T> elements;
    private final SyncCursor cursor;
    private final boolean more;

    SyncBatch(List<T> elements, SyncCursor cursor, boolean more) {
        this.elements = elements;
        this.cursor = cursor;
        this.more = more;
    }

    /**
     * What has changed, as it was when it was read.
     *
     * @return an unmodifiable list in the order of the changes; empty at most in the last batch
     */
    public List<T> elements() {
        return elements;
    }

    /**
     * Where to go on, now or after a crash. Store it when this batch is processed, best in one transaction with it, and not
     * before.
     *
     * @return the cursor of this batch
     */
    public SyncCursor cursor() {
        return cursor;
    }

    /**
     * Whether the walk goes on.
     *
     * @return false for the last batch
     */
    public boolean hasMore() {
        return more;
    }

    /** Without the documents, which are a customer's. */
    @Override
    public String toString() {
        return "SyncBatch[elements=" + elements.size() + ", more=" + more + "]";
    }
}
