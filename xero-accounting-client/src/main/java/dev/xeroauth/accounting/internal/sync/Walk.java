package dev.xeroauth.accounting.internal.sync;

import dev.xeroauth.accounting.internal.sync.RefusedCursorException.Why;
import dev.xeroauth.accounting.internal.sync.Seen.Range;
import dev.xeroauth.accounting.internal.sync.Step.Portion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A walk over everything that has changed, as a function of what came so far to what is asked for next. It knows no clock
 * but Xero's. Immutable.
 *
 * <p>Xero's list is ordered by the time of the last change, and a page of it is an offset: rows that leave the list move the
 * others. So the walk asks for what follows a moment instead, and what it reads has to join what it has: the first row of a
 * window lies before the frontier, or a row of it was met in this walk, or the window begins where the list does. A window
 * that does not join is not used, and one further in front is asked for.
 *
 * <p>What was not visible when its place in the list was read has changed less than the overlap before that. The next walk
 * begins there: at the earliest such moment of all windows in which there was room for it.
 *
 * @param settings how it is done
 * @param place what a cursor holds that is stored now
 * @param window what is asked for next
 * @param seen the rows that may be met again
 * @param reach how long after its anchor a list is known to hold everything: whether Xero leaves out the second of the anchor
 *     is not documented
 * @param base no moment before this one is of interest
 * @param stalls how often in a row the same was asked for in vain; negative before the first answer
 */
public record Walk(Settings settings, Place place, Window window, Seen seen, long reach, long base, int stalls) {

    private static final long SECOND = 1000;
    private static final int UNSTARTED = -1;
    private static final int PATIENCE = 5;

    /** How far the clocks of Xero's servers may be apart for a cursor not to count as one from the future. */
    private static final long TOLERANCE = 60 * SECOND;

    /**
     * A walk that begins or goes on.
     *
     * @param place of the cursor
     * @param settings may differ from those with which the cursor was made
     * @return a walk that waits for its first answer
     */
    public static Walk from(Place place, Settings settings) {
        return new Walk(
                settings,
                place,
                Window.behind(place.position(), settings.pageSize()),
                Seen.of(place.walked(), place.frontier()),
                SECOND,
                place.isResting() ? place.frontier() : Window.EVERYTHING,
                UNSTARTED);
    }

    /**
     * Takes the answer to {@link #window()}.
     *
     * @param <T> what the list holds
     * @param page the answer
     * @return what to deliver and what to ask for next
     * @throws RefusedCursorException if the cursor is later than the first answer
     * @throws BrokenPremiseException if the answer is not what a sync is built on
     */
    public <T> Step<T> accept(Snapshot<T> page) {
        refuseTheFuture(page);
        List<Row<T>> rows = page.rows();
        Premises.check(window, rows);
        Walk started = started(page);
        return started.joins(rows) ? started.covered(page) : new Step<>(started.steppedBack(), null);
    }

    private void refuseTheFuture(Snapshot<?> page) {
        long latest = place.limit() == Place.NONE ? place.frontier() : Math.max(place.frontier(), place.limit());
        if (stalls == UNSTARTED && latest > page.servedAt() + TOLERANCE) {
            throw new RefusedCursorException(Why.FUTURE);
        }
    }

    /** A row that is so close behind its anchor shows that all others are there which are as close, or less. */
    private Walk started(Snapshot<?> page) {
        long nearest = window.anchor() == Window.EVERYTHING || page.rows().isEmpty()
                ? reach
                : Math.min(reach, page.rows().get(0).updated() - window.anchor());
        Settings sure = page.isCounted() ? settings : settings.withPageSizeUpTo(Snapshot.FILLED_BY_ALL);
        return new Walk(sure, place, window, seen, nearest, base, Math.max(stalls, 0));
    }

    private boolean joins(List<? extends Row<?>> rows) {
        boolean fromTheStart = window.start() == 0
                && (window.anchor() == Window.EVERYTHING || window.anchor() + reach <= place.frontier());
        return fromTheStart
                || !settings.proving()
                || (!rows.isEmpty() && rows.get(0).updated() < place.frontier())
                || rows.stream().anyMatch(this::isMet);
    }

    private boolean isMet(Row<?> row) {
        return row.updated() <= place.frontier() && seen.has(row);
    }

    /** Rows have left the list, and what is behind the known ones lies further in front than it did. */
    private Walk steppedBack() {
        Window earlier = window.page() > 1
                ? window.stepBack()
                : Window.behind(Position.before(place.frontier()), settings.pageSize());
        return new Walk(settings, place, earlier, seen, reach, base, 0);
    }

    private <T> Step<T> covered(Snapshot<T> page) {
        Set<Long> remembered = new LinkedHashSet<>(place.remembered());
        List<T> fresh = new ArrayList<>();
        for (Row<T> row : page.rows()) {
            boolean known = isMet(row) || (!remembered.isEmpty() && remembered.remove(row.mark()));
            if (!known) {
                fresh.add(row.element());
            }
        }
        return page.isLast(window) ? ended(page, fresh) : goneOn(page, fresh, List.copyOf(remembered));
    }

    private <T> Step<T> ended(Snapshot<T> page, List<T> fresh) {
        long next = Math.max(base, limit(page, Long.MAX_VALUE));
        long again = Position.before(next).anchor();
        Seen all = seen.and(page.rows(), new Range(Long.MAX_VALUE, Place.MARKS));
        Place rest = Place.resting(next, all.last(Place.REMEMBERED, new Range(again, 0)));
        return new Step<>(from(rest, settings), new Portion<>(fresh, rest, false));
    }

    private <T> Step<T> goneOn(Snapshot<T> page, List<T> fresh, List<Long> remembered) {
        List<Row<T>> rows = page.rows();
        long last =
                rows.isEmpty() ? place.frontier() : rows.get(rows.size() - 1).updated();
        long frontier = Math.max(place.frontier(), last);
        Position position = Positions.after(window, rows, frontier, reach, settings.pageSize());
        Window next = Window.behind(position, settings.pageSize());
        Seen met = seen.and(rows, kept(position, next));
        long limit = limit(page, last);
        Range again = again(frontier, Math.min(limit, sureUntil(page)));
        List<Long> walked = met.last(Place.MARKS - remembered.size(), again);
        Place now = new Place(frontier, position, limit, walked, remembered);
        int inVain = next.equals(window) && fresh.isEmpty() ? stalls + 1 : 0;
        if (inVain == PATIENCE) {
            throw new BrokenPremiseException("Xero says that there is more, and does not send it");
        }
        Walk walk = new Walk(settings, now, next, met, reach, base, inVain);
        return new Step<>(walk, fresh.isEmpty() ? null : new Portion<>(fresh, now, true));
    }

    /**
     * What a cursor should remember: what is met again by whoever goes on from it, who does not know the reach, and what the
     * next walk meets again.
     *
     * @param until where the next walk begins at the earliest
     */
    private static Range again(long frontier, long until) {
        return new Range(Position.before(Math.min(frontier, until)).anchor(), Place.WALKED);
    }

    /** A deep window that does not join is followed by the one before it. */
    private static Range kept(Position position, Window next) {
        return next.page() == 1
                ? new Range(next.anchor(), Place.MARKS)
                : new Range(Long.MAX_VALUE, Math.max(Place.MARKS, position.depth() - next.start() + next.size()));
    }

    /**
     * Where the next walk begins at the latest, after a snapshot.
     *
     * @param last until when the snapshot shows everything
     */
    private long limit(Snapshot<?> page, long last) {
        long sure = sureUntil(page);
        return last > sure ? Math.min(place.limit(), sure) : place.limit();
    }

    /** What had changed by then could be seen when the snapshot was taken. */
    private long sureUntil(Snapshot<?> page) {
        return page.takenAt() - settings.overlapMillis();
    }
}
