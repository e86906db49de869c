package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The finished table of a model's fields: reads the model from a stream of tokens and writes it. Immutable and thread-safe.
 *
 * @param <M> the model
 */
public final class Shape<M> {

    private static final Map<Class<?>, Supplier<? extends Shape<?>>> DECLARED = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Shape<?>> FINISHED = new ConcurrentHashMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int number = COUNT.getAndIncrement();
    private final Field<?>[] fields;
    private final SerializableString[] names;
    private final Map<String, Field<?>> byName = new HashMap<>();
    private final @Nullable Field<?> key;
    private final Function<@Nullable Object[], M> maker;
    private final Function<M, @Nullable Object[]> values;

    Shape(List<Field<?>> declared, Function<@Nullable Object[], M> maker, Function<M, @Nullable Object[]> values) {
        this.fields = declared.toArray(new Field<?>[0]);
        this.names = new SerializableString[fields.length];
        this.maker = maker;
        this.values = values;
        Field<?> firstKey = null;
        for (int i = 0; i < fields.length; i++) {
            Field<?> field = fields[i];
            names[i] = field.jsonName();
            firstKey = firstKey == null && field.isKey() ? field : firstKey;
            if (byName.put(field.name(), field) != null) {
                throw new IllegalStateException("The field " + field.name() + " is declared twice");
            }
        }
        this.key = firstKey;
    }

    static <M> void register(Class<M> type, Supplier<Shape<M>> shape) {
        DECLARED.put(type, shape);
    }

    /**
     * The shape of a model.
     *
     * @param <M> the model
     * @param type its class, public and with a table of {@link Fields}
     * @return its shape, always the same one
     */
    @SuppressWarnings("unchecked") // register() pairs a class with the shape of that class
    public static <M> Shape<M> of(Class<M> type) {
        Shape<?> known = FINISHED.get(type);
        return (Shape<M>) (known != null ? known : finish(type));
    }

    /** Runs the static initialiser of the model first, which is where it declares its fields. */
    private static Shape<?> finish(Class<?> type) {
        try {
            MethodHandles.lookup().ensureInitialized(type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type + " is not visible here", e);
        }
        Supplier<? extends Shape<?>> declared = DECLARED.get(type);
        if (declared == null) {
            throw new IllegalStateException(type + " declares no fields");
        }
        Shape<?> mine = declared.get();
        Shape<?> first = FINISHED.putIfAbsent(type, mine);
        return first == null ? mine : first;
    }

    /**
     * The fields in the order in which Xero sends them.
     *
     * @return an unmodifiable list
     */
    public List<Field<?>> fields() {
        return List.of(fields);
    }

    /**
     * The field that is the id of the model.
     *
     * @return null for a model without one
     */
    public @Nullable Field<?> key() {
        return key;
    }

    /**
     * Finds a field.
     *
     * @param name as Xero writes it
     * @return null for a name that this shape does not have
     */
    public @Nullable Field<?> field(String name) {
        return byName.get(name);
    }

    /**
     * An array for the values of a model that is built by hand.
     *
     * @return as many nulls as there are fields, and one for unknown fields
     */
    public @Nullable Object[] noValues() {
        return new Object[fields.length + 1];
    }

    /**
     * Makes a model.
     *
     * @param values one for each field, and one for unknown fields; the model keeps the array
     * @return the model
     */
    public M make(@Nullable Object[] values) {
        return maker.apply(values);
    }

    /**
     * The fields that this shape has no names for.
     *
     * @param values of a model
     * @return JSON text by name, in the order sent; unmodifiable
     */
    @SuppressWarnings("unchecked") // addUnknown() and Unknown alone write to this place
    public Map<String, String> unknown(@Nullable Object[] values) {
        Map<String, String> unknown = (Map<String, String>) values[fields.length];
        return unknown == null ? Map.of() : Collections.unmodifiableMap(unknown);
    }

    /**
     * Adds a field that this shape has no name for. The models that share its unknown fields so far do not change.
     *
     * @param values of a model in the making
     * @param name the field's name in Xero's JSON
     * @param json its value as JSON text
     */
    public void addUnknown(@Nullable Object[] values, String name, String json) {
        Map<String, String> unknown = new LinkedHashMap<>(unknown(values));
        unknown.put(name, json);
        values[fields.length] = unknown;
    }

    /**
     * Reads one model. Fields that it does not declare are kept as JSON text.
     *
     * @param parser stands on the start of an object, afterwards on its end
     * @return the model
     * @throws IOException if it is no object, a value is not of its field's kind, or the answer ends in it
     */
    public M read(JsonParser parser) throws IOException {
        return read(new Input(parser));
    }

    M read(Input in) throws IOException {
        JsonParser parser = in.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException(parser, "object");
        }
        @Nullable Object[] read = noValues();
        int[] followers = in.followers(this);
        int last = 0;
        while (true) {
            int expected = followers[last];
            boolean asExpected = nextNameIs(parser, expected);
            if (!asExpected && parser.currentToken() == JsonToken.END_OBJECT) {
                return make(read);
            }
            Field<?> field = asExpected ? fields[expected] : byName.get(parser.currentName());
            if (field != null) {
                followers[last] = field.index();
                last = field.index() + 1;
            }
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                readValue(field, read, in);
            }
        }
    }

    /** The cheap way through an object with the fields of the one before: bytes are compared, no name is looked up. */
    private boolean nextNameIs(JsonParser parser, int expected) throws IOException {
        if (expected < names.length) {
            return parser.nextFieldName(names[expected]);
        }
        parser.nextToken();
        return false;
    }

    private void readValue(@Nullable Field<?> field, @Nullable Object[] read, Input in) throws IOException {
        if (field != null) {
            Values.read(field, read, in);
        } else {
            Unknown.read(read, fields.length, in.parser());
        }
    }

    /**
     * Writes one model.
     *
     * @param out takes the object
     * @param model what is written
     * @param how how much of it
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if a decimal in it has more than 1,000 digits
     */
    public void write(JsonGenerator out, M model, Writing how) throws IOException {
        new Output(out, how).model(this, model);
    }

    @Nullable
    Object[] values(M model) {
        return values.apply(model);
    }

    Field<?>[] table() {
        return fields;
    }

    int number() {
        return number;
    }

    /** What {@link Input#followers} begins with. */
    int[] declaredOrder() {
        int[] order = new int[fields.length + 1];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }
}
