package dev.xeroauth.accounting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The lists that callers give. */
final class Elements {

    private Elements() {}

    /**
     * A copy of them.
     *
     * @param name what the caller's parameter is called
     * @throws NullPointerException if the list or one of its elements is null; it says which
     */
    static <T> List<T> of(String name, Collection<? extends T> given) {
        Objects.requireNonNull(given, () -> name + " is null");
        List<T> all = new ArrayList<>(given.size());
        for (T each : given) {
            all.add(Objects.requireNonNull(each, () -> name + " has null in place " + all.size() + ", counted from 0"));
        }
        return List.copyOf(all);
    }
}
