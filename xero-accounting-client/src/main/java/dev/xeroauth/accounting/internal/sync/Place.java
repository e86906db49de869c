package dev.xeroauth.accounting.internal.sync;

import java.util.List;

/**
 * What a cursor holds: where a walk begins or goes on, and what it need not deliver again.
 *
 * @param frontier everything up to this moment is delivered, but for what {@code limit} says; in milliseconds since the epoch,
 *     {@link Window#EVERYTHING} at the beginning of all
 * @param position the same as an offset; a depth of 0 between two walks
 * @param limit what has changed after this moment may have been missed, and the next walk begins there; {@link #NONE} as
 *     long as the walk has not come near the time at which it reads
 * @param walked marks of the last rows that this walk has met
 * @param remembered marks of rows that were delivered before this walk, and which it will meet
 */
public record Place(long frontier, Position position, long limit, List<Long> walked, List<Long> remembered) {

    /** No limit yet. */
    static final long NONE = Long.MAX_VALUE;

    /** How many rows a cursor remembers in any case, to join what follows to them. */
    static final int WALKED = 8;

    /** How many rows a cursor remembers so that the next walk does not deliver them again. */
    static final int REMEMBERED = 64;

    /** How many rows a cursor remembers at most. */
    static final int MARKS = WALKED + REMEMBERED;

    /** Keeps lists that nobody changes. */
    public Place {
        walked = List.copyOf(walked);
        remembered = List.copyOf(remembered);
    }

    /**
     * Between two walks.
     *
     * @param moment everything up to it is delivered
     * @param remembered marks of rows after it that are delivered too
     */
    static Place resting(long moment, List<Long> remembered) {
        return new Place(moment, Position.before(moment), NONE, List.of(), remembered);
    }

    /**
     * Before everything.
     *
     * @return where a first walk begins
     */
    public static Place start() {
        return resting(Window.EVERYTHING, List.of());
    }

    /**
     * After a moment.
     *
     * @param moment what has changed before it is of no interest; in milliseconds since the epoch
     * @return where a first walk begins that does not want everything
     */
    public static Place since(long moment) {
        return resting(moment, List.of());
    }

    /** Whether no walk is under way. */
    boolean isResting() {
        return limit == NONE && walked.isEmpty();
    }
}
