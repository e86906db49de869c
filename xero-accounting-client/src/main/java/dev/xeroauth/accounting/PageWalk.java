package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.Pagination;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * Goes through the pages of a list, from the first one. Where a page cannot be read it stays in front of it, so that the
 * next call asks again.
 */
final class PageWalk<T> implements Iterator<Page<T>> {

    /** Xero's own page size: a server that does not know {@code pageSize} fills its pages so far. */
    private static final int LEAST_FULL_PAGE = 100;

    private final IntFunction<Page<T>> source;
    private final int pageSize;
    private int next = 1;
    private boolean ended;

    PageWalk(IntFunction<Page<T>> source, int pageSize) {
        this.source = source;
        this.pageSize = pageSize;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public Page<T> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        Page<T> page = source.apply(next);
        next++;
        ended = isLast(page);
        return page;
    }

    /**
     * Xero's count decides. Without it only a page that no server would call full is the last one: a walk that asks once
     * too often is better than one that ends too early.
     */
    private boolean isLast(Page<T> page) {
        Pagination pagination = page.pagination().orElse(null);
        Integer pageCount = pagination == null ? null : pagination.pageCount().orElse(null);
        return pageCount == null
                ? page.elements().size() < Math.min(pageSize, LEAST_FULL_PAGE)
                : page.number() >= pageCount;
    }
}
