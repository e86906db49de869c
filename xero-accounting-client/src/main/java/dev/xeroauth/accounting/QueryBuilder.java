package dev.xeroauth.accounting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all queries have in common. Not thread-safe.
 *
 * @param <Q> the query
 * @param <B> the builder itself
 */
abstract class QueryBuilder<Q, B extends QueryBuilder<Q, B>> {

    static final int MAX_PAGE_SIZE = 1000;

    /** The only format that Xero does not silently ignore. */
    private static final DateTimeFormatter WHOLE_SECONDS_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private @Nullable Filter where;
    private @Nullable String ifModifiedSince;
    private int pageSize = MAX_PAGE_SIZE;
    private int unitDecimals = UnitDecimals.MOST;

    QueryBuilder() {}

    /**
     * Only what has changed since then. Some changes do not count at Xero, such as those of an invoice's balances.
     *
     * @param since cut down to whole seconds, which is all that Xero compares
     * @return this
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public final B modifiedSince(Instant since) {
        ifModifiedSince = ifModifiedSince(since);
        return self();
    }

    /** As Xero reads it. */
    static String ifModifiedSince(Instant since) {
        return WHOLE_SECONDS_UTC.format(Literals.readable(since));
    }

    static int checkedPageSize(int elements) {
        if (elements < 1 || elements > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE_SIZE + " elements, not " + elements);
        }
        return elements;
    }

    /**
     * A filter in Xero's own language, such as {@code Total > 100 AND Type == "ACCREC"}. It is slow, and fails on large
     * organisations, where Xero has no index for it; prefer the other filters. Given again, here or as a {@link Filter}, all of
     * them must hold.
     *
     * @param expression sent as it is, within parentheses beside another filter
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public final B where(String expression) {
        return where(Filter.raw(expression));
    }

    /**
     * A filter made from the fields of the resource. What is said of {@link #where(String)} holds for it too. Given again, all
     * of them must hold.
     *
     * @param filter the condition
     * @return this
     */
    public final B where(Filter filter) {
        where = where == null ? filter : where.and(filter);
        return text("where", where.expression());
    }

    /**
     * The order, such as {@code InvoiceNumber ASC}, in place of any that was set before. Without it Xero orders by the time of
     * the last change. A list that is asked for in parts is ordered within each part alone.
     *
     * @param expression sent as it is
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public final B order(String expression) {
        return text("order", expression);
    }

    /**
     * The order, as {@link #order(String)}, in place of any that was set before.
     *
     * @param orders at least one; a later one counts where those before are equal
     * @return this
     * @throws IllegalArgumentException if there is none
     */
    public final B orderBy(Order... orders) {
        if (orders.length == 0) {
            throw new IllegalArgumentException("There is no order: leave it out instead");
        }
        return order(Arrays.stream(orders).map(Order::expression).collect(Collectors.joining(", ")));
    }

    /**
     * With how many decimals unit amounts come; 4 unless set. With less, prices come rounded, and lines are for reading
     * only: {@code changes(...)} and every write refuse lines of a document that was read so. Read it by its id, or with
     * four decimals, to change them.
     *
     * @param decimals 2 to 4
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public final B unitDecimals(int decimals) {
        if (decimals < UnitDecimals.FEWEST || decimals > UnitDecimals.MOST) {
            throw new IllegalArgumentException("Xero gives unit amounts 2 to 4 decimals, not " + decimals);
        }
        unitDecimals = decimals;
        return self();
    }

    /**
     * How many elements a page has; 1000 unless set, the most that Xero gives. Large pages spend fewest calls of the daily
     * limit and have fewest seams at which a change during the walk can move a document. Whoever stops early sets less, as
     * Xero bills the bytes of a page that is not used.
     *
     * @param elements 1 to 1000
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public final B pageSize(int elements) {
        pageSize = checkedPageSize(elements);
        return self();
    }

    /**
     * Makes the query. The builder may be used again.
     *
     * @return an immutable query
     */
    public abstract Q build();

    final B text(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (!Texts.isWhole(value)) {
            throw new IllegalArgumentException(name + " holds half a character, a surrogate without its other half");
        }
        parameters.put(name, value);
        return self();
    }

    /** A flag that is false is left out: that is what it means to Xero. */
    final B flag(String name, boolean value) {
        if (value) {
            parameters.put(name, "true");
        } else {
            parameters.remove(name);
        }
        return self();
    }

    final <T> B anyOf(String name, Collection<T> values, Function<T, String> text) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " is empty, and Xero would send everything: leave the filter out instead");
        }
        lists.put(
                name,
                values.stream()
                        .map(text)
                        .distinct()
                        .map(one -> element(name, one))
                        .toList());
        return self();
    }

    final Map<String, String> parameters() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    final Map<String, List<String>> lists() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    final @Nullable String ifModifiedSince() {
        return ifModifiedSince;
    }

    final int pageSize() {
        return pageSize;
    }

    final int unitDecimals() {
        return unitDecimals;
    }

    private static String element(String name, String value) {
        if (value.isBlank() || value.indexOf(',') >= 0 || !Texts.isWhole(value)) {
            throw new IllegalArgumentException(
                    name + " are joined by commas for Xero: none may be blank, hold one or hold"
                            + " half a character; use where(...) for a value with a comma");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // B is the class of this
    private B self() {
        return (B) this;
    }
}
