package dev.xeroauth.jdbc;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How often, and when, a piece of work starts again that came in the way of another one. One of two that disturbed each other
 * starts again at once; of many that keep doing so, chance parts ever longer pauses.
 */
final class StartingAgain {

    /** Of twenty on a single row, each time one gets through. */
    private static final int MAX_TRIES = 20;

    private static final int AT_ONCE = 3;
    private static final int LONGEST_PAUSE_MILLIS = 100;

    private int tries;

    /** Blocks for the pause. False: this was the last one, or the caller is interrupted, whose flag stays set. */
    boolean mayTry() {
        tries++;
        if (tries >= MAX_TRIES || Thread.currentThread().isInterrupted()) {
            return false;
        }
        return tries <= AT_ONCE || pausedAtMost(Math.min(LONGEST_PAUSE_MILLIS, 1 << (tries - AT_ONCE)));
    }

    private static boolean pausedAtMost(int millis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(millis + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
