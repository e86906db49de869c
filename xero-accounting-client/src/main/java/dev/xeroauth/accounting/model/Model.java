package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.ReadList;
import dev.xeroauth.accounting.internal.json.Shape;
import dev.xeroauth.accounting.internal.json.Writing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What all models have in common: an array of values, one for each field of their table and one for unknown fields. */
abstract class Model {

    private final @Nullable Object[] values;

    Model(@Nullable Object[] values) {
        this.values = values;
    }

    static @Nullable Object[] values(Model model) {
        return model.values;
    }

    final <T> Optional<T> get(Field<T> field) {
        return Optional.ofNullable(field.get(values));
    }

    final <T> List<T> list(Field<List<T>> field) {
        List<T> list = field.get(values);
        return list == null ? ReadList.empty() : list;
    }

    /**
     * The whole object as JSON, with what Xero alone sets and with unknown fields: to keep it and to read it again, not to
     * send it.
     *
     * @return one JSON object; it may hold names, amounts and addresses
     */
    public final String toJson() {
        return Json.text(this, Writing.WHOLE);
    }

    /**
     * The fields that Xero sent and this version of the library has no accessor for.
     *
     * @return their values as JSON text, by their names, in the order sent; unmodifiable, empty if there are none
     */
    public final Map<String, String> unknownFields() {
        return Shape.of(getClass()).unknown(values);
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
