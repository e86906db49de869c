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
 * private static final Fields FIELDS = Fields.of(Payment.class, Payment::new);
 * private static final Field<UUID> PAYMENT_ID = FIELDS.id("PaymentID");
 * private static final Field<LocalDate> DATE = FIELDS.date("Date");
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
     * @return an empty table
     */
    public static <M> Fields of(Class<M> type, Function<@Nullable Object[], M> maker) {
        Fields fields = new Fields();
        Shape.register(type, () -> new Shape<>(fields.declared, maker));
        return fields;
    }

    /**
     * A field of text. A number or boolean in its place is taken as its text.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<String> text(String name) {
        return add(name, Scalars::text, false);
    }

    /**
     * A field for money, rates and quantities, exact as sent.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<BigDecimal> decimal(String name) {
        return add(name, Scalars::decimal, false);
    }

    /**
     * A field of a whole number.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<Integer> integer(String name) {
        return add(name, Scalars::integer, true);
    }

    /**
     * A field that is true or false.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<Boolean> bool(String name) {
        return add(name, Scalars::bool, false);
    }

    /**
     * A field of an id.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<UUID> id(String name) {
        return add(name, Uuids::read, true);
    }

    /**
     * A field of a calendar date.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<LocalDate> date(String name) {
        return add(name, XeroDates::date, false);
    }

    /**
     * A field of a moment.
     *
     * @param name the field's name in Xero's JSON
     * @return the field
     */
    public Field<Instant> instant(String name) {
        return add(name, XeroDates::instant, false);
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
        return add(name, parser -> Scalars.open(parser, values), true);
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
        return add(name, new ModelReader<>(model), false);
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
        ModelReader<V> reader = new ModelReader<>(model);
        return add(name, reader::readList, false);
    }

    private <V> Field<V> add(String name, ValueReader<V> reader, boolean shown) {
        Field<V> field = new Field<>(name, declared.size(), reader, shown);
        declared.add(field);
        return field;
    }
}
