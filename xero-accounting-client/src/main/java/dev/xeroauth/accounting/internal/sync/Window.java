package dev.xeroauth.accounting.internal.sync;

/**
 * What one request asks for: a page of the list that begins at an anchor.
 *
 * @param anchor {@code If-Modified-Since} in milliseconds since the epoch, a whole second; {@link #EVERYTHING} for none
 * @param page from 1
 * @param size rows of a page
 */
public record Window(long anchor, int page, int size) {

    /** The anchor of the whole list. */
    public static final long EVERYTHING = Long.MIN_VALUE;

    private static final int LARGEST = 1000;

    /** Rows that are read again to show that nothing lies between; so many may leave the list between two requests. */
    private static final int OVERLAP = 5;

    /** How many rows read again weigh as much as one new one: a call costs more than the bytes of some rows. */
    private static final int WEIGHT = 4;

    /**
     * How many rows lie before the window.
     *
     * @return from 0
     */
    public int start() {
        return (page - 1) * size;
    }

    Window stepBack() {
        return new Window(anchor, page - 1, size);
    }

    /**
     * The window with the most new rows that begins among those which are known. Windows begin at multiples of their size, so
     * the size is what is chosen.
     *
     * @param position the known rows
     * @param pageSize the size asked for; where only a larger window would hold a new row, it is one
     */
    static Window behind(Position position, int pageSize) {
        Window best = new Window(position.anchor(), 1, pageSize);
        if (position.depth() < pageSize / 2) {
            return best;
        }
        int overlap = Math.min(position.depth(), Math.min(OVERLAP, Math.max(1, pageSize / WEIGHT)));
        best = best.at(position, overlap);
        for (int size = pageSize - 1; size > 0; size--) {
            best = better(best, new Window(position.anchor(), 1, size).at(position, overlap), position);
        }
        for (int size = pageSize + 1; best.fresh(position) <= 0 && size <= LARGEST; size++) {
            best = better(best, new Window(position.anchor(), 1, size).at(position, overlap), position);
        }
        return best;
    }

    /** Rows behind those that are known. */
    private int fresh(Position position) {
        return start() + size - position.depth();
    }

    /** What the window is worth beside others. */
    int worth(Position position) {
        return WEIGHT * fresh(position) - (position.depth() - start());
    }

    private Window at(Position position, int overlap) {
        return new Window(anchor, Math.max(0, position.depth() - overlap) / size + 1, size);
    }

    private static Window better(Window one, Window other, Position position) {
        return other.worth(position) > one.worth(position) ? other : one;
    }
}
