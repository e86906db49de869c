package dev.xeroauth.accounting;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Goes through the elements of pages; asks for a page when the one before is used up, and lets go of that one first. */
final class ElementWalk<T> implements Iterator<T> {

    private final Iterator<Page<T>> pages;
    private Iterator<T> current = Collections.emptyIterator();

    ElementWalk(Iterator<Page<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext()) {
            current = Collections.emptyIterator();
            if (!pages.hasNext()) {
                return false;
            }
            current = pages.next().elements().iterator();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
