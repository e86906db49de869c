package dev.xeroauth.accounting.internal.sync;

/**
 * How far a walk has come, as an offset: so many rows from the anchor on were there and are known. Changes of the list make
 * it wrong by some rows, which costs a request and loses nothing.
 *
 * @param anchor as of a {@link Window}
 * @param depth rows
 */
record Position(long anchor, int depth) {

    private static final long SECOND = 1000;

    /**
     * The latest anchor whose list certainly holds all rows of a moment.
     *
     * @param moment in milliseconds since the epoch; {@link Window#EVERYTHING} for the beginning of all
     * @param reach how long after its anchor a list holds everything, in milliseconds
     */
    static long anchor(long moment, long reach) {
        return moment == Window.EVERYTHING ? Window.EVERYTHING : Math.floorDiv(moment - reach, SECOND) * SECOND;
    }

    /** Nothing is known from the anchor of a moment on. */
    static Position before(long moment) {
        return new Position(anchor(moment, SECOND), 0);
    }
}
