package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** A walk through the ids of all grants that reads a page when the one before is used up. For one thread. */
final class Listing implements Iterator<GrantId> {

    private final Function<Optional<GrantId>, List<GrantId>> pages;
    private Iterator<GrantId> page = Collections.emptyIterator();
    private Optional<GrantId> last = Optional.empty();
    private boolean ended;

    /** @param pages the one behind an id, or the first one; an empty one is the end, a short one need not be */
    Listing(Function<Optional<GrantId>, List<GrantId>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !ended) {
            List<GrantId> next = pages.apply(last);
            ended = next.isEmpty();
            page = next.iterator();
        }
        return page.hasNext();
    }

    @Override
    public GrantId next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more grants");
        }
        GrantId next = page.next();
        last = Optional.of(next);
        return next;
    }
}
