package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.ReadList;
import dev.xeroauth.accounting.internal.json.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all builders of models have in common. Not thread-safe.
 *
 * @param <M> the model
 * @param <B> the builder itself
 */
abstract class ModelBuilder<M extends Model, B extends ModelBuilder<M, B>> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    final Shape<M> shape;
    final @Nullable Object[] values;
    final Set<Field<?>> touched = new HashSet<>(); // by setters of this builder, whatever was there before

    ModelBuilder(Class<M> type) {
        this.shape = Shape.of(type);
        this.values = shape.noValues();
    }

    ModelBuilder(Class<M> type, M original) {
        this.shape = Shape.of(type);
        this.values = Model.values(original).clone();
    }

    @SuppressWarnings("unchecked") // B is the class of this
    final B self() {
        return (B) this;
    }

    final <V> B set(Field<V> field, V value) {
        field.put(values, Objects.requireNonNull(value, field.name()));
        touched.add(field);
        return self();
    }

    final <V> B setList(Field<List<V>> field, List<V> value) {
        return set(field, ReadList.copyOf(value));
    }

    final void clear(Field<?> field) {
        values[shape.fields().indexOf(field)] = null;
    }

    /**
     * Sets a field that this version of the library has no setter for. It is sent as it is.
     *
     * @param name the field's name at Xero
     * @param json its value as JSON text, such as {@code "\"x\""} or {@code 1.5}
     * @return this
     * @throws IllegalArgumentException if the library has that field, the name is not one, or the value is not JSON
     */
    public final B field(String name, String json) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A field's name is letters, digits and underscores, a letter first");
        }
        if (shape.field(name) != null) {
            throw new IllegalArgumentException(name + " is no unknown field; use its setter, if it may be written");
        }
        shape.addUnknown(values, name, Json.value(json));
        return self();
    }

    /**
     * Makes the object. The builder may be used again.
     *
     * @return an immutable object with the values that are set now
     */
    public M build() {
        return shape.make(values.clone());
    }
}
