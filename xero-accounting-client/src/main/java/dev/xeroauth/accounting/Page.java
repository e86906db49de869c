package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.Pagination;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, read completely. Immutable.
 *
 * @param <T> what the list holds
 */
public final class Page<T> {

    private final int number;
    private final List<T> elements;
    private final @Nullable Pagination pagination;

    Page(int number, List<T> elements, @Nullable Pagination pagination) {
        this.number = number;
        this.elements = elements;
        this.pagination = pagination;
    }

    /**
     * Which page was asked for. Where a query was too long for one address, each of its parts has its own page 1.
     *
     * @return from 1, within its part
     */
    public int number() {
        return number;
    }

    /**
     * What is on the page.
     *
     * @return an unmodifiable list in Xero's order
     */
    public List<T> elements() {
        return elements;
    }

    /**
     * How many pages and elements there were when Xero answered, in this part of the query.
     *
     * @return Xero's own count, if it sent one
     */
    public Optional<Pagination> pagination() {
        return Optional.ofNullable(pagination);
    }

    @Override
    public String toString() {
        return "Page[number=" + number + ", elements=" + elements.size() + ", pagination=" + pagination + "]";
    }
}
