package dev.xeroauth.accounting.internal.sync;

/**
 * How a sync is done.
 *
 * @param overlapMillis how long after its {@code UpdatedDateUTC} a row may become visible
 * @param pageSize rows of a page
 * @param proving whether windows have to join; false in the test that shows why they do
 */
public record Settings(long overlapMillis, int pageSize, boolean proving) {

    /**
     * As applications have it.
     *
     * @param overlapMillis how long after its {@code UpdatedDateUTC} a row may become visible
     * @param pageSize rows of a page
     */
    public Settings(long overlapMillis, int pageSize) {
        this(overlapMillis, pageSize, true);
    }

    Settings withPageSizeUpTo(int most) {
        return new Settings(overlapMillis, Math.min(pageSize, most), proving);
    }
}
