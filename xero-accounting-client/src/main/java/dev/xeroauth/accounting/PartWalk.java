package dev.xeroauth.accounting;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Goes through the pages of one list after the other. A list is begun when the one before it has ended. */
final class PartWalk<T> implements Iterator<Page<T>> {

    private final Iterator<IntFunction<Page<T>>> parts;
    private final int pageSize;
    private PageWalk<T> current;

    /**
     * A walk that has asked for nothing yet.
     *
     * @param parts at least one
     */
    PartWalk(Iterator<IntFunction<Page<T>>> parts, int pageSize) {
        this.parts = parts;
        this.pageSize = pageSize;
        this.current = new PageWalk<>(parts.next(), pageSize);
    }

    @Override
    public boolean hasNext() {
        return current.hasNext() || parts.hasNext();
    }

    @Override
    public Page<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!current.hasNext()) {
            current = new PageWalk<>(parts.next(), pageSize);
        }
        return current.next();
    }
}
