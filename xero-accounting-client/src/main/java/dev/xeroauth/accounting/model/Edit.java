package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Shape;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a builder holds beside what the object held before, field by field. */
final class Edit {

    private final Shape<?> shape;
    private final @Nullable Object[] before;
    private final ModelBuilder<?, ?> builder;

    <M extends Model> Edit(M before, ModelBuilder<M, ?> builder) {
        this.shape = builder.shape;
        this.before = Model.values(before);
        this.builder = builder;
    }

    /** Whether a value is another one; a decimal with other zeros at its end is the same. */
    boolean differs(String name) {
        Field<?> field = field(name);
        Object old = field.get(before);
        Object set = field.get(builder.values);
        if (old instanceof BigDecimal one && set instanceof BigDecimal other) {
            return one.compareTo(other) != 0;
        }
        return !Objects.equals(old, set);
    }

    /** Takes a value out that is still as it was, unless it was set to that on purpose. */
    void clearUnlessChanged(String name) {
        if (!differs(name) && !builder.touched.contains(field(name))) {
            builder.clear(field(name));
        }
    }

    /** Of two fields that say the same thing, takes the one out that is left of before. */
    void clearStaleOf(String one, String other) {
        if (isSetAnew(one)) {
            clearUnlessChanged(other);
        } else if (isSetAnew(other)) {
            clearUnlessChanged(one);
        }
    }

    private boolean isSetAnew(String name) {
        return differs(name) && field(name).get(builder.values) != null;
    }

    private Field<?> field(String name) {
        return Objects.requireNonNull(shape.field(name), name);
    }
}
