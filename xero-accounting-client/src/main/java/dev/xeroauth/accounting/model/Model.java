package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What all models have in common: an array of values, one for each field of their table. */
abstract class Model {

    private final @Nullable Object[] values;

    Model(@Nullable Object[] values) {
        this.values = values;
    }

    final <T> Optional<T> get(Field<T> field) {
        return Optional.ofNullable(field.get(values));
    }

    final <T> List<T> list(Field<List<T>> field) {
        List<T> list = field.get(values);
        return list == null ? List.of() : list;
    }

    final @Nullable Object[] copyOfValues() {
        return values.clone();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Model that && that.getClass() == getClass() && Arrays.equals(values, that.values);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public final String toString() {
        StringJoiner shown = new StringJoiner(", ", getClass().getSimpleName() + "[", "]");
        for (Field<?> field : Shape.of(getClass()).fields()) {
            Object value = field.get(values);
            if (field.shown() && value != null) {
                shown.add(field.name() + "=" + value);
            }
        }
        return shown.toString();
    }
}
