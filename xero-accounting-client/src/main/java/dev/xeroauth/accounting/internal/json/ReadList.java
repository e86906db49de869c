package dev.xeroauth.accounting.internal.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list that Xero sent and that is no good for a request: one without elements, as Xero sends for documents that have
 * them too, or one of lines whose prices were rounded for reading. Equal to any list of the same elements. Unmodifiable.
 */
public final class ReadList<E> extends AbstractList<E> implements RandomAccess {

    private static final ReadList<Object> EMPTY = new ReadList<>(List.of());

    private final List<E> elements;

    private ReadList(List<E> elements) {
        this.elements = elements;
    }

    /**
     * A list that came without elements, or did not come at all.
     *
     * @param <E> the elements that it might have
     * @return always the same list
     */
    @SuppressWarnings("unchecked") // it holds none
    public static <E> List<E> empty() {
        return (List<E>) EMPTY;
    }

    static <E> List<E> rounded(List<E> lines) {
        return lines.isEmpty() ? empty() : new ReadList<>(lines);
    }

    /**
     * Whether a value is a list that came without elements. It is left out of requests.
     *
     * @param value of a model
     * @return false for a list that was emptied on purpose
     */
    public static boolean isEmptyAsRead(@Nullable Object value) {
        return value == EMPTY;
    }

    /**
     * Whether a value is a list of lines with rounded prices. It cannot be part of a request.
     *
     * @param value of a model
     * @return false for other lists, and for everything else
     */
    public static boolean isRounded(@Nullable Object value) {
        return value instanceof ReadList && value != EMPTY;
    }

    /**
     * What a builder keeps of a list that it is given.
     *
     * @param <E> the elements
     * @param given by the application
     * @return an unmodifiable list, which is as good for a request as the one given
     */
    public static <E> List<E> copyOf(List<E> given) {
        return given instanceof ReadList ? given : List.copyOf(given);
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /** Refused even where there is nothing to remove, as by every list that models hand out. */
    @Override
    protected void removeRange(int from, int to) {
        throw new UnsupportedOperationException();
    }
}
