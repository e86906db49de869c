package dev.xeroauth.accounting.internal.sync;

import java.util.List;

/** Chooses from where to count on: from the anchor as before, which may be far in front, or from a nearer one. */
final class Positions {

    private Positions() {}

    /**
     * The position from which the next window has more to give.
     *
     * @param window the window that was read
     * @param rows what it held
     * @param frontier until when everything is known
     * @param reach as of a {@link Walk}
     */
    static Position after(Window window, List<? extends Row<?>> rows, long frontier, long reach, int pageSize) {
        Position stay = new Position(window.anchor(), window.start() + rows.size());
        long anchor = Position.anchor(frontier, reach);
        int first = firstFrom(rows, anchor + reach);
        boolean counted = first > 0 || window.start() == 0;
        if (anchor <= window.anchor() || !counted) {
            return stay;
        }
        Position nearer = new Position(anchor, rows.size() - first);
        return worth(nearer, pageSize) >= worth(stay, pageSize) ? nearer : stay;
    }

    private static int worth(Position position, int pageSize) {
        return Window.behind(position, pageSize).worth(position);
    }

    private static int firstFrom(List<? extends Row<?>> rows, long moment) {
        int first = 0;
        while (first < rows.size() && rows.get(first).updated() < moment) {
            first++;
        }
        return first;
    }
}
