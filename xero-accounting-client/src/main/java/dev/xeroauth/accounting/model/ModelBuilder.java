package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Shape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all builders of models have in common. Not thread-safe.
 *
 * @param <M> the model
 * @param <B> the builder itself
 */
abstract class ModelBuilder<M, B extends ModelBuilder<M, B>> {

    private final Shape<M> shape;
    private final @Nullable Object[] values;

    ModelBuilder(Class<M> type) {
        this.shape = Shape.of(type);
        this.values = shape.noValues();
    }

    ModelBuilder(Class<M> type, Model original) {
        this.shape = Shape.of(type);
        this.values = original.copyOfValues();
    }

    @SuppressWarnings("unchecked") // B is the class of this
    final <V> B set(Field<V> field, V value) {
        field.put(values, Objects.requireNonNull(value, field.name()));
        return (B) this;
    }

    final <V> B setList(Field<List<V>> field, List<V> value) {
        return set(field, List.copyOf(value));
    }

    /**
     * Makes the object. The builder may be used again.
     *
     * @return an immutable object with the values that are set now
     */
    public final M build() {
        return shape.make(values.clone());
    }
}
