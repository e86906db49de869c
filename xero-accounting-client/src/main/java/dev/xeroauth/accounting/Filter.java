package dev.xeroauth.accounting;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in the language of Xero's filters, made from the fields of a resource:
 *
 * <pre>{@code
 * Filter.all(InvoiceFilters.TYPE.is(InvoiceType.ACCREC), InvoiceFilters.TOTAL.moreThan(new BigDecimal("100")))
 * }</pre>
 *
 * <p>Conditions nest as they are called, with parentheses where Xero needs them. Immutable.
 */
public final class Filter {

    private enum Kind {
        CONDITION,
        ALL,
        ANY,
        RAW
    }

    private final Kind kind;
    private final String expression;
    /** The expression without its values. */
    private final String shown;

    private Filter(Kind kind, String expression, String shown) {
        this.kind = kind;
        this.expression = expression;
        this.shown = shown;
    }

    /** One comparison or method, which needs no parentheses anywhere. */
    static Filter condition(String before, String value, String after) {
        return new Filter(Kind.CONDITION, before + value + after, before + "?" + after);
    }

    /** One comparison without a value. */
    static Filter condition(String expression) {
        return new Filter(Kind.CONDITION, expression, expression);
    }

    /**
     * All of some conditions.
     *
     * @param filters at least one
     * @return what holds where each of them does
     * @throws IllegalArgumentException if there is none, because that would be everything
     */
    public static Filter all(Filter... filters) {
        return all(Arrays.asList(filters));
    }

    /**
     * All of some conditions.
     *
     * @param filters at least one
     * @return what holds where each of them does
     * @throws IllegalArgumentException if there is none, because that would be everything
     */
    public static Filter all(Collection<Filter> filters) {
        return joined(Kind.ALL, " AND ", List.copyOf(filters));
    }

    /**
     * At least one of some conditions.
     *
     * @param filters at least one
     * @return what holds where any of them does
     * @throws IllegalArgumentException if there is none, because that would be nothing
     */
    public static Filter any(Filter... filters) {
        return any(Arrays.asList(filters));
    }

    /**
     * At least one of some conditions.
     *
     * @param filters at least one
     * @return what holds where any of them does
     * @throws IllegalArgumentException if there is none, because that would be nothing
     */
    public static Filter any(Collection<Filter> filters) {
        return joined(Kind.ANY, " OR ", List.copyOf(filters));
    }

    /**
     * A condition that no field of this library expresses, such as {@code HasAttachments==true}.
     *
     * @param expression in Xero's own language, complete in itself; sent as it is, within parentheses beside other
     *     conditions
     * @return the condition
     * @throws IllegalArgumentException if it is blank
     */
    public static Filter raw(String expression) {
        if (expression.isBlank()) {
            throw new IllegalArgumentException("A filter is blank: leave it out instead");
        }
        return new Filter(Kind.RAW, expression, "?");
    }

    /**
     * This condition and another one.
     *
     * @param other the other one
     * @return what holds where both do
     */
    public Filter and(Filter other) {
        return all(this, other);
    }

    /**
     * This condition or another one.
     *
     * @param other the other one
     * @return what holds where at least one of them does
     */
    public Filter or(Filter other) {
        return any(this, other);
    }

    /**
     * The condition as it is sent, with its values: not for a log.
     *
     * @return in Xero's own language
     */
    public String expression() {
        return expression;
    }

    /** The condition without its values, which may be a customer's. */
    @Override
    public String toString() {
        return "Filter[" + shown + "]";
    }

    private static Filter joined(Kind kind, String operator, List<Filter> filters) {
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("There is no condition to join: give at least one");
        }
        if (filters.size() == 1) {
            return filters.get(0);
        }
        return new Filter(
                kind,
                filters.stream().map(one -> one.inside(kind, one.expression)).collect(Collectors.joining(operator)),
                filters.stream().map(one -> one.inside(kind, one.shown)).collect(Collectors.joining(operator)));
    }

    private String inside(Kind outer, String text) {
        return kind == Kind.CONDITION || kind == outer ? text : "(" + text + ")";
    }
}
