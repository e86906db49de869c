package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The finished table of a model's fields: reads the model from a stream of tokens. Immutable and thread-safe.
 *
 * @param <M> the model
 */
public final class Shape<M> {

    private static final Map<Class<?>, Supplier<? extends Shape<?>>> DECLARED = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Shape<?>> FINISHED = new ConcurrentHashMap<>();

    private final Field<?>[] fields;
    private final Map<String, Field<?>> byName = new HashMap<>();
    private final Function<@Nullable Object[], M> maker;

    Shape(List<Field<?>> declared, Function<@Nullable Object[], M> maker) {
        this.fields = declared.toArray(new Field<?>[0]);
        this.maker = maker;
        for (Field<?> field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalStateException("The field " + field.name() + " is declared twice");
            }
        }
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
        return FINISHED.computeIfAbsent(type, ignored -> declared.get());
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
     * An array for the values of a model that is built by hand.
     *
     * @return as many nulls as there are fields
     */
    public @Nullable Object[] noValues() {
        return new Object[fields.length];
    }

    /**
     * Makes a model.
     *
     * @param values one for each field; the model keeps the array
     * @return the model
     */
    public M make(@Nullable Object[] values) {
        return maker.apply(values);
    }

    /**
     * Reads one model. Fields that it does not declare are skipped.
     *
     * @param parser stands on the start of an object, afterwards on its end
     * @return the model
     * @throws IOException if it is no object, a value is not of its field's kind, or the answer ends in it
     */
    public M read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException(parser, "object");
        }
        @Nullable Object[] values = noValues();
        int expected = 0;
        while (true) {
            boolean asExpected = nextNameIs(parser, expected);
            if (!asExpected && parser.currentToken() == JsonToken.END_OBJECT) {
                return make(values);
            }
            Field<?> field = asExpected ? fields[expected] : byName.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                expected = field.index() + 1;
                if (token != JsonToken.VALUE_NULL) {
                    field.readInto(values, parser);
                }
            }
        }
    }

    /** The cheap way through an object whose fields come in the order of the table: bytes are compared, no name is made. */
    private boolean nextNameIs(JsonParser parser, int expected) throws IOException {
        if (expected < fields.length) {
            return parser.nextFieldName(fields[expected].key());
        }
        parser.nextToken();
        return false;
    }
}
