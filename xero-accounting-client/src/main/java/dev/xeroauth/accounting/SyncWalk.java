package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.sync.BrokenPremiseException;
import dev.xeroauth.accounting.internal.sync.RefusedCursorException;
import dev.xeroauth.accounting.internal.sync.Settings;
import dev.xeroauth.accounting.internal.sync.Snapshot;
import dev.xeroauth.accounting.internal.sync.Step;
import dev.xeroauth.accounting.internal.sync.Step.Portion;
import dev.xeroauth.accounting.internal.sync.Walk;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Goes through what has changed. What {@link Walk} decides is asked for here; where an answer fails, it stays in front of
 * it, so that the next call asks again.
 */
final class SyncWalk<T> implements Iterator<SyncBatch<T>> {

    private final SyncPages<T> pages;
    private Walk walk;
    private boolean ended;

    SyncWalk(SyncPages<T> pages, SyncCursor cursor, Settings settings) {
        this.pages = pages;
        this.walk = Walk.from(cursor.place(), settings);
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public SyncBatch<T> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        Portion<T> portion = null;
        while (portion == null) {
            Step<T> step = step();
            walk = step.walk();
            portion = step.portion();
        }
        ended = !portion.more();
        return new SyncBatch<>(portion.elements(), SyncCursor.at(portion.place(), pages.list()), portion.more());
    }

    private Step<T> step() {
        Answer<Snapshot<T>> page = pages.read(walk.window());
        try {
            return walk.accept(page.body());
        } catch (BrokenPremiseException e) {
            throw SyncPages.unsyncable(page.head(), e);
        } catch (RefusedCursorException e) {
            throw new SyncCursorException(e);
        }
    }
}
