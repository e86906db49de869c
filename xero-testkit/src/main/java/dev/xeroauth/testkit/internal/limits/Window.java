package dev.xeroauth.testkit.internal.limits;

import java.time.Duration;
import java.time.Instant;

/** Calls counted in a window of fixed length, one window after the other. For one thread. */
final class Window {

    private final String name;
    private final int limit;
    private final long length;
    private final long offset;
    private long number;
    private int used;

    /** @param whose windows of different owners begin at different times */
    Window(String name, int limit, Duration length, Object whose) {
        this.name = name;
        this.limit = limit;
        this.length = length.toMillis();
        this.offset = Math.floorMod(whose.hashCode() * 31L * 1000, this.length);
    }

    /** The window in which this is begins anew if it is another one. */
    void turnTo(Instant now) {
        long current = Math.floorDiv(now.toEpochMilli() - offset, length);
        if (current != number) {
            number = current;
            used = 0;
        }
    }

    boolean isFull() {
        return used >= limit;
    }

    void count() {
        used++;
    }

    int remaining() {
        return limit - used;
    }

    boolean isLimited() {
        return limit < Integer.MAX_VALUE;
    }

    /** Xero's word for it. */
    String name() {
        return name;
    }

    /** Rounded up, so that whoever waits so long is let in. */
    long secondsLeft(Instant now) {
        long left = length - Math.floorMod(now.toEpochMilli() - offset, length);
        return (left + 999) / 1000;
    }
}
