package dev.xeroauth.accounting.internal.sync;

import dev.xeroauth.accounting.internal.sync.Subject.Delivery;
import dev.xeroauth.accounting.internal.sync.Subject.Reading;
import dev.xeroauth.accounting.internal.sync.World.Version;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ways of syncing that suggest themselves, and lose rows. */
final class Faults {

    private Faults() {}

    /** Page by page, and since the time of the first page less the overlap the next time. */
    static Subject offsetPaging(Settings settings) {
        return cursor -> new Reading() {

            private long since = cursor.isEmpty() ? Window.EVERYTHING : Long.parseLong(cursor);
            private long next = Long.MAX_VALUE;
            private int page = 1;

            @Override
            public Window window() {
                long anchor = since == Window.EVERYTHING
                        ? since
                        : Position.before(since).anchor();
                return new Window(anchor, page, settings.pageSize());
            }

            @Override
            public Delivery accept(Snapshot<Version> answer) {
                next = Math.min(next, answer.takenAt() - settings.overlapMillis());
                boolean last = answer.rows().size() < settings.pageSize();
                page++;
                return new Delivery(versions(answer), last ? String.valueOf(next) : cursor, !last);
            }
        };
    }

    /** The time is that of a host which is some minutes ahead of Xero. */
    static Subject ownClock(Settings settings) {
        long ahead = 180_000;
        return answering(settings, page -> new Snapshot<>(page.rows(), page.itemCount(), page.servedAt() + ahead, 0));
    }

    /** The rows are of the moment at which the answer was finished. */
    static Subject asOfItsEnd(Settings settings) {
        return answering(settings, page -> new Snapshot<>(page.rows(), page.itemCount(), page.servedAt(), 0));
    }

    /** The next sync begins behind the last row that was seen. */
    static Subject lastRowSeen(Settings settings) {
        return cursor -> new Reading() {

            private final Reading ours = Subject.ours(settings).open(cursor);
            private long latest = cursor.isEmpty()
                    ? Window.EVERYTHING
                    : CursorText.read(cursor).place().frontier();

            @Override
            public Window window() {
                return ours.window();
            }

            @Override
            public @Nullable Delivery accept(Snapshot<Version> page) {
                page.rows().forEach(row -> latest = Math.max(latest, row.updated()));
                Delivery delivery = ours.accept(page);
                return delivery == null || delivery.more()
                        ? delivery
                        : new Delivery(delivery.versions(), Subject.Ours.text(Place.since(latest)), false);
            }
        };
    }

    static Subject answering(Settings settings, UnaryOperator<Snapshot<Version>> seen) {
        return cursor -> new Reading() {

            private final Reading ours = Subject.ours(settings).open(cursor);

            @Override
            public Window window() {
                return ours.window();
            }

            @Override
            public @Nullable Delivery accept(Snapshot<Version> page) {
                return ours.accept(seen.apply(page));
            }
        };
    }

    private static List<Version> versions(Snapshot<Version> page) {
        return page.rows().stream().map(Row::element).toList();
    }
}
