package dev.xeroauth.accounting.internal.sync;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * One element of a list, as it was at one moment.
 *
 * @param <T> what the list holds
 */
public final class Row<T> {

    private final T element;
    private final UUID id;
    private final long updated;
    private final Supplier<String> content;
    private long mark;
    private boolean marked;

    /**
     * An element with what orders and identifies it.
     *
     * @param element what is delivered
     * @param id Xero's id of it
     * @param updated its {@code UpdatedDateUTC} in milliseconds since the epoch
     * @param content all of it as text, asked for when the row may be met again
     */
    public Row(T element, UUID id, long updated, Supplier<String> content) {
        this.element = element;
        this.id = id;
        this.updated = updated;
        this.content = content;
    }

    T element() {
        return element;
    }

    long updated() {
        return updated;
    }

    /**
     * Tells this version of the row from every other one. The content is part of it, because two changes may have one
     * {@code UpdatedDateUTC}.
     */
    long mark() {
        if (!marked) {
            mark = Hashes.of(id + "\n" + updated + "\n" + content.get());
            marked = true;
        }
        return mark;
    }
}
