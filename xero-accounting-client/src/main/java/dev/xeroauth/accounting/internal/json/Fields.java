package dev.xeroauth.accounting.internal.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of a model's fields. A model declares one, and each of its fields by one line, in the order in which Xero
 * sends them:
 *
 * <pre>{@code
 * private static final Fields FIELDS = Fields.of(Payment.class, Payment::new, Model::values);
 * private static final Field<UUID> PAYMENT_ID = FIELDS.id("PaymentID").key();
 * private static final Field<LocalDate> DATE = FIELDS.date("Date").written();
 * }</pre>
 *
 * <p>Filled in the model's static initialiser alone; {@link Shape} is the finished table.
 */
public final class Fields {

    private final List<Field<?>> declared = new ArrayList<>();

    private Fields() {}

    /**
     * Begins the table of a model and makes it known to {@link Shape#of}.
     *
     * @param <M> the model
     * @param type its class
     * @param maker makes a model of its values, which it may keep
     * @param values hands out the values of a model, which are not changed
     * @return an empty table
     */
    public static <M> Fields of(
            Class<M> type, Function<@Nullable Object[], M> maker, Function<M, @Nullable Object[]> values) {
        Fields fields = new Fields();
        Shape.register(type, () -> new Shape<>(fields.declared, maker, values));
        return fields;
    }

    /**
     * A field of text. A number or boolean in its place is taken as its text.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<String> text(String name) {
        return plain(name, Kind.TEXT);
    }

    /**
     * A field for money, rates and quantities, exact as sent.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<BigDecimal> decimal(String name) {
        return plain(name, Kind.DECIMAL);
    }

    /**
     * A field of a whole number.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<Integer> integer(String name) {
        return plain(name, Kind.INTEGER);
    }

    /**
     * A field that is true or false.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<Boolean> bool(String name) {
        return plain(name, Kind.BOOL);
    }

    /**
     * A field of an id.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<UUID> id(String name) {
        return plain(name, Kind.ID);
    }

    /**
     * A field of a calendar date.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<LocalDate> date(String name) {
        return plain(name, Kind.DATE);
    }

    /**
     * A field of a moment.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<Instant> instant(String name) {
        return plain(name, Kind.INSTANT);
    }

    /**
     * A field of an enumeration that Xero may extend.
     *
     * @param <V> the type of its values
     * @param name the field's name in Xero's JSON
     * @param values finds or makes the value for a text
     * @return the field
     */
    public <V> Field<V> open(String name, Function<String, V> values) {
        return add(Field.open(name, declared.size(), values));
    }

    /**
     * A field of another model.
     *
     * @param <V> that model
     * @param name the field's name in Xero's JSON
     * @param model its class
     * @return the field
     */
    public <V> Field<V> object(String name, Class<V> model) {
        return add(Field.nested(name, declared.size(), Kind.OBJECT, model));
    }

    /**
     * A field of a list of another model.
     *
     * @param <V> that model
     * @param name the field's name in Xero's JSON
     * @param model its class
     * @return the field
     */
    public <V> Field<List<V>> list(String name, Class<V> model) {
        return add(Field.nested(name, declared.size(), Kind.LIST, model));
    }

    /**
     * A field of another model that a request names by its key field alone, if it has one.
     *
     * @param <V> that model
     * @param name the field's name in Xero's JSON
     * @param model its class
     * @return the field
     */
    public <V> Field<V> reference(String name, Class<V> model) {
        return add(Field.nested(name, declared.size(), Kind.REFERENCE, model));
    }

    /**
     * A field of a list of plain text.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<List<String>> texts(String name) {
        return plain(name, Kind.TEXTS);
    }

    /**
     * The text beside a date or moment that says the same once more. It is kept so that writing loses nothing, and is the
     * value of the main field where Xero sends it alone.
     *
     * @param name the field's name in Xero's JSON
     * @param main the field beside which it stands
     * @return the field, for which a model has no accessor
     */
    public Field<?> companion(String name, Field<?> main) {
        return add(Field.companion(name, declared.size(), main));
    }

    private <V> Field<V> plain(String name, Kind kind) {
        return add(Field.plain(name, declared.size(), kind));
    }

    private <V> Field<V> add(Field<V> field) {
        declared.add(field);
        return field;
    }
}
