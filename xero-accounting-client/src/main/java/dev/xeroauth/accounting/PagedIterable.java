package dev.xeroauth.accounting;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list at Xero, read page by page as it is used. Nothing is asked before the first element or page is, and no page before
 * the one in front of it is used up. Whoever stops early holds no connection.
 *
 * <p>Every iterator and stream is a new walk from the first page with requests of its own. A walk that throws may be
 * continued: asked again, it reads the same page again. This object is thread-safe, a walk is for one thread.
 *
 * <p>Xero pages by offset over documents in the order of their last change: one that changes during a walk moves to the
 * end, and others move up by one, so that a walk may meet a document twice or miss one. To miss none, repeat with {@code
 * modifiedSince} the time at which the walk began.
 *
 * <p>A query with more ids or numbers than one address holds is walked in parts, one after the other: no part is asked before
 * the one in front of it is used up, and an order holds within each part alone.
 *
 * @param <T> what the list holds
 */
public final class PagedIterable<T> implements Iterable<T> {

    private final Iterable<IntFunction<Page<T>>> parts;
    private final int pageSize;

    PagedIterable(IntFunction<Page<T>> source, int pageSize) {
        this(List.of(source), pageSize);
    }

    /**
     * A list in parts, each with pages of its own.
     *
     * @param parts at least one; a part is asked for when the one before is used up
     */
    PagedIterable(Iterable<IntFunction<Page<T>>> parts, int pageSize) {
        this.parts = parts;
        this.pageSize = pageSize;
    }

    /**
     * Begins a walk over all elements. Its {@code hasNext()} and {@code next()} block while a page is read, and throw
     * {@link dev.xeroauth.XeroException}.
     *
     * @return a walk that has asked for nothing yet
     */
    @Override
    public Iterator<T> iterator() {
        return new ElementWalk<>(pages().iterator());
    }

    /**
     * Begins a walk over all elements, as {@link #iterator()}.
     *
     * @return a sequential stream, which need not be closed
     */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * The same list in pages, with Xero's own count. A query that was too long for one address comes in parts, and each of
     * them begins with its own page 1.
     *
     * @return the pages; every iterator is a new walk
     */
    public Iterable<Page<T>> pages() {
        return () -> new PartWalk<>(parts.iterator(), pageSize);
    }
}
