package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model: its name in Xero's JSON, its kind, and its place in the model's array of values. Its modifiers
 * are called in the model's static initialiser alone; afterwards it is immutable.
 *
 * @param <T> the type of its value
 */
public final class Field<T> {

    private final SerializableString jsonName;
    private final int index;
    private final Kind kind;
    private final @Nullable Function<String, ?> constants;
    private final @Nullable Nested<?> nested;
    private final @Nullable Field<?> main;
    private @Nullable Field<?> companion;
    private boolean written;
    private boolean key;

    private Field(
            String name, int index, Kind kind, @Nullable Function<String, ?> constants, @Nullable Object otherwise) {
        this.jsonName = new SerializedString(name);
        this.index = index;
        this.kind = kind;
        this.constants = constants;
        this.nested = otherwise instanceof Nested<?> model ? model : null;
        this.main = otherwise instanceof Field<?> field ? field : null;
    }

    static <T> Field<T> plain(String name, int index, Kind kind) {
        return new Field<>(name, index, kind, null, null);
    }

    static <T> Field<T> open(String name, int index, Function<String, T> constants) {
        return new Field<>(name, index, Kind.OPEN, constants, null);
    }

    static <T> Field<T> nested(String name, int index, Kind kind, Class<?> model) {
        return new Field<>(name, index, kind, null, new Nested<>(model));
    }

    static Field<Object> companion(String name, int index, Field<?> main) {
        Field<Object> field = new Field<>(name, index, Kind.COMPANION, null, main);
        main.companion = field;
        return field;
    }

    /**
     * Says that an application may send this field. Any other is read-only and never part of a request.
     *
     * @return this
     */
    public Field<T> written() {
        written = true;
        return this;
    }

    /**
     * Says that this field is the id of the model.
     *
     * @return this
     */
    public Field<T> key() {
        key = true;
        return this;
    }

    /**
     * The name of the field.
     *
     * @return as Xero writes it
     */
    public String name() {
        return jsonName.getValue();
    }

    /**
     * Whether an application may send the field.
     *
     * @return true if it is part of requests
     */
    public boolean isWritten() {
        return written;
    }

    /**
     * Whether the field is the id of the model.
     *
     * @return true for one field of a model at most
     */
    public boolean isKey() {
        return key;
    }

    /**
     * Whether the field is the text companion of another one, without an accessor.
     *
     * @return true for {@code DateString} beside {@code Date}
     */
    public boolean isCompanion() {
        return kind == Kind.COMPANION;
    }

    /**
     * Whether the field may be seen in a log: ids and enumerated values are, what a customer typed is not.
     *
     * @return true if a model's text form shows it
     */
    public boolean shown() {
        return kind == Kind.ID || kind == Kind.OPEN || kind == Kind.INTEGER;
    }

    /**
     * Takes the value of this field out of a model's values.
     *
     * @param values of a model that has this field
     * @return the value, or null if there is none
     */
    @SuppressWarnings("unchecked") // only put() and Values write to this place, and both write a T
    public @Nullable T get(@Nullable Object[] values) {
        return (T) values[index];
    }

    /**
     * Puts a value for this field into a model's values.
     *
     * @param values of a model in the making
     * @param value what the field shall hold
     */
    public void put(@Nullable Object[] values, T value) {
        values[index] = value;
    }

    SerializableString jsonName() {
        return jsonName;
    }

    int index() {
        return index;
    }

    Kind kind() {
        return kind;
    }

    Function<String, ?> constants() {
        return Objects.requireNonNull(constants);
    }

    Nested<?> nested() {
        return Objects.requireNonNull(nested);
    }

    /** Of a companion: the field beside which it stands. */
    Field<?> main() {
        return Objects.requireNonNull(main);
    }

    @Nullable
    Field<?> companion() {
        return companion;
    }
}
