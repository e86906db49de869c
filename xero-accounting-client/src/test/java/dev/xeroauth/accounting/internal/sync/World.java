package dev.xeroauth.accounting.internal.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A list at Xero with all its ways: rows change, come and go, and are visible later than their {@code UpdatedDateUTC} says. All
 * of it on a clock that is moved.
 */
final class World {

    /** What the list does that nobody knows. */
    record Ways(Since since, Comparator<UUID> order, long grain) {}

    /** What {@code If-Modified-Since} means. */
    enum Since {
        AFTER,
        FROM,
        IN_WHOLE_SECONDS_AFTER;

        boolean has(long updated, long anchor) {
            return switch (this) {
                case AFTER -> updated > anchor;
                case FROM -> updated >= anchor;
                case IN_WHOLE_SECONDS_AFTER -> updated / 1000 > anchor / 1000;
            };
        }
    }

    /** A row as it is from a moment on, or is no more. */
    record Version(UUID id, long updated, int content, long visibleAt, boolean gone) {

        Row<Version> row() {
            return new Row<>(this, id, updated, () -> String.valueOf(content));
        }
    }

    private final Ways ways;
    private final TreeSet<Version> list;
    private final Map<UUID, Version> current = new HashMap<>();
    private final Map<UUID, Version> newest = new HashMap<>();
    private final List<UUID> ids = new ArrayList<>();
    private final PriorityQueue<Version> coming =
            new PriorityQueue<>(Comparator.comparingLong(Version::visibleAt).thenComparingInt(Version::content));
    private long now;
    private int changes;

    World(Ways ways, long now) {
        this.ways = ways;
        this.now = now;
        this.list = new TreeSet<>(Comparator.comparingLong(Version::updated).thenComparing(Version::id, ways.order()));
    }

    long now() {
        return now;
    }

    int changes() {
        return changes;
    }

    List<UUID> ids() {
        return ids;
    }

    /** What anybody can see at last. */
    Iterable<Version> list() {
        return list;
    }

    void advance(long millis) {
        now += millis;
        while (!coming.isEmpty() && coming.peek().visibleAt() <= now) {
            appear(coming.remove());
        }
    }

    /**
     * A row is made, changed or removed.
     *
     * @param stamped the time by the clock of the server that does it
     * @param late how long it takes until that can be seen
     */
    void change(UUID id, long stamped, long late, boolean gone) {
        Version before = newest.get(id);
        if (before == null) {
            ids.add(id);
        }
        long updated = stamped / ways.grain() * ways.grain();
        if (before != null) {
            updated = Math.max(updated, before.updated() + (ways.grain() == 1 ? 1 : 0));
        }
        long visibleAt = Math.max(now + late, before == null ? 0 : before.visibleAt());
        Version version = new Version(id, updated, ++changes, visibleAt, gone);
        newest.put(id, version);
        coming.add(version);
        advance(0);
    }

    private void appear(Version version) {
        Version before = current.remove(version.id());
        if (before != null) {
            list.remove(before);
        }
        if (!version.gone()) {
            current.put(version.id(), version);
            list.add(version);
        }
    }

    /** What a request finds, of which the time is still to be told. */
    Found read(Window window) {
        Iterator<Version> from = window.anchor() == Window.EVERYTHING
                ? list.iterator()
                : list.tailSet(new Version(new UUID(0, 0), window.anchor() - 1, 0, 0, false), true)
                        .iterator();
        List<Row<Version>> rows = new ArrayList<>();
        long count = 0;
        while (from.hasNext()) {
            Version each = from.next();
            if (window.anchor() == Window.EVERYTHING || ways.since().has(each.updated(), window.anchor())) {
                if (count >= window.start() && rows.size() < window.size()) {
                    rows.add(each.row());
                }
                count++;
            }
        }
        return new Found(rows, count);
    }

    /** Rows, and how many there are. */
    record Found(List<Row<Version>> rows, long count) {}
}
