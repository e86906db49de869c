package dev.xeroauth.accounting.internal.sync;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that a walk has met and may meet again, in the order in which it met them last. Immutable. */
final class Seen {

    /**
     * Which rows may be met again: those from a moment on, and some last ones.
     *
     * @param since in milliseconds since the epoch
     * @param last how many
     */
    record Range(long since, int last) {}

    private final Map<Long, Long> updatedByMark;

    private Seen(Map<Long, Long> updatedByMark) {
        this.updatedByMark = updatedByMark;
    }

    /** Rows that were met before, none of them after a moment. */
    static Seen of(List<Long> marks, long updated) {
        Map<Long, Long> all = new LinkedHashMap<>();
        marks.forEach(mark -> all.put(mark, updated));
        return new Seen(all);
    }

    boolean has(Row<?> row) {
        return updatedByMark.containsKey(row.mark());
    }

    Seen and(List<? extends Row<?>> rows, Range again) {
        Map<Long, Long> all = new LinkedHashMap<>(updatedByMark);
        int first = Math.max(0, rows.size() - again.last());
        while (first > 0 && rows.get(first - 1).updated() >= again.since()) {
            first--;
        }
        for (Row<?> row : rows.subList(first, rows.size())) {
            all.remove(row.mark());
            all.put(row.mark(), row.updated());
        }
        int spare = all.size() - again.last();
        for (Iterator<Long> each = all.values().iterator(); spare > 0; spare--) {
            if (each.next() < again.since()) {
                each.remove();
            }
        }
        return new Seen(all);
    }

    /** The marks of those that may be met again, of the last ones if there are more. */
    List<Long> last(int most, Range again) {
        List<Long> marks = new ArrayList<>();
        int behind = updatedByMark.size();
        for (Map.Entry<Long, Long> each : updatedByMark.entrySet()) {
            if (behind <= most && (behind <= again.last() || each.getValue() >= again.since())) {
                marks.add(each.getKey());
            }
            behind--;
        }
        return marks;
    }
}
