package dev.xeroauth.accounting.internal.json;

import java.util.Arrays;
import java.util.List;

/** The elements of the lists that are being read, those of the innermost list on top; a list has the right size at once. */
final class Elements {

    private Object[] stack = new Object[64];
    private int size;

    int size() {
        return size;
    }

    void push(Object element) {
        if (size == stack.length) {
            stack = Arrays.copyOf(stack, size * 2);
        }
        stack[size++] = element;
    }

    /** The elements above a size that was asked for before, as an unmodifiable list; none are a {@link ReadList}. */
    @SuppressWarnings("unchecked") // whoever pushed them says what they are
    <E> List<E> takeFrom(int from) {
        List<Object> list = switch (size - from) {
            case 0 -> ReadList.empty();
            case 1 -> List.of(stack[from]);
            default -> List.of(Arrays.copyOfRange(stack, from, size));
        };
        size = from;
        return (List<E>) list;
    }
}
