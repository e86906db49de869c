package dev.xeroauth.accounting;

import java.util.Collection;
import java.util.function.Function;

/**
 * A field that Xero filters and orders by. Immutable.
 *
 * @param <V> what it holds
 */
abstract class FilterField<V> {

    private final String name;
    private final Function<V, String> literal;

    FilterField(String name, Function<V, String> literal) {
        this.name = name;
        this.literal = literal;
    }

    /**
     * How Xero calls it.
     *
     * @return such as {@code Contact.Name}
     */
    public final String name() {
        return name;
    }

    /**
     * Only where the field has this value.
     *
     * @param value the value
     * @return the condition
     * @throws IllegalArgumentException if Xero's filters cannot express the value
     */
    public final Filter is(V value) {
        return compared("==", value);
    }

    /**
     * Only where the field has another value than this one, or none.
     *
     * @param value the value
     * @return the condition
     * @throws IllegalArgumentException if Xero's filters cannot express the value
     */
    public final Filter isNot(V value) {
        return compared("!=", value);
    }

    /**
     * Only where the field has one of these values.
     *
     * @param values at least one; a list parameter of Xero's, where it has one, takes more and is faster
     * @return the condition
     * @throws IllegalArgumentException if there is none, or Xero's filters cannot express one
     */
    public final Filter isAnyOf(Collection<? extends V> values) {
        return Filter.any(values.stream().distinct().map(this::is).toList());
    }

    /**
     * Only where the field has no value.
     *
     * @return the condition
     */
    public final Filter isNull() {
        return Filter.condition(name + "==null");
    }

    /**
     * Only where the field has a value.
     *
     * @return the condition
     */
    public final Filter isNotNull() {
        return Filter.condition(name + "!=null");
    }

    /**
     * By this field, the least value first.
     *
     * @return the order
     */
    public final Order ascending() {
        return new Order(name + " ASC");
    }

    /**
     * By this field, the greatest value first.
     *
     * @return the order
     */
    public final Order descending() {
        return new Order(name + " DESC");
    }

    @Override
    public final String toString() {
        return name;
    }

    final Filter compared(String operator, V value) {
        return Filter.condition(name + operator, literal.apply(value), "");
    }

    /** Xero fails at a method of a field without a value, so that each is asked for one first. */
    final Filter method(String method, V value) {
        return isNotNull().and(Filter.condition(name + "." + method + "(", literal.apply(value), ")"));
    }
}
