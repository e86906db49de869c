package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model: its name in Xero's JSON, how it is read, and its place in the model's array of values.
 *
 * @param <T> the type of its value
 */
public final class Field<T> {

    private final SerializableString key;
    private final int index;
    private final ValueReader<T> reader;
    private final boolean shown;

    Field(String name, int index, ValueReader<T> reader, boolean shown) {
        this.key = new SerializedString(name);
        this.index = index;
        this.reader = reader;
        this.shown = shown;
    }

    /**
     * The name of the field.
     *
     * @return as Xero writes it
     */
    public String name() {
        return key.getValue();
    }

    /**
     * Whether the field may be seen in a log: ids and enumerated values are, what a customer typed is not.
     *
     * @return true if a model's text form shows it
     */
    public boolean shown() {
        return shown;
    }

    /**
     * Takes the value of this field out of a model's values.
     *
     * @param values of a model that has this field
     * @return the value, or null if there is none
     */
    @SuppressWarnings("unchecked") // only put() and readInto() write to this place, and both write a T
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

    SerializableString key() {
        return key;
    }

    int index() {
        return index;
    }

    void readInto(@Nullable Object[] values, JsonParser parser) throws IOException {
        values[index] = reader.read(parser);
    }
}
