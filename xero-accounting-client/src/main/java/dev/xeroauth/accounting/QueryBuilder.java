package dev.xeroauth.accounting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
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

    private static final int MAX_PAGE_SIZE = 1000;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** The only format that Xero does not silently ignore. */
    private static final DateTimeFormatter WHOLE_SECONDS_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable String ifModifiedSince;
    private int pageSize = MAX_PAGE_SIZE;

    QueryBuilder() {}

    /**
     * Only what has changed since then. Some changes do not count at Xero, such as those of an invoice's balances.
     *
     * @param since cut down to whole seconds, which is all that Xero compares
     * @return this
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public final B modifiedSince(Instant since) {
        if (since.isBefore(FIRST) || !since.isBefore(END)) {
            throw new IllegalArgumentException("Xero reads the years 1 to 9999, which " + since + " is not in");
        }
        ifModifiedSince = WHOLE_SECONDS_UTC.format(since);
        return self();
    }

    /**
     * A filter in Xero's own language, such as {@code Total > 100 AND Type == "ACCREC"}. It is slow, and fails on large
     * organisations, where Xero has no index for it; prefer the other filters.
     *
     * @param expression sent as it is
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public final B where(String expression) {
        return text("where", expression);
    }

    /**
     * The order, such as {@code InvoiceNumber ASC}. Without it Xero orders by the time of the last change.
     *
     * @param expression sent as it is
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public final B order(String expression) {
        return text("order", expression);
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
        if (elements < 1 || elements > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE_SIZE + " elements, not " + elements);
        }
        pageSize = elements;
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
        return text(
                name, values.stream().map(text).map(one -> element(name, one)).collect(Collectors.joining(",")));
    }

    final Map<String, String> parameters() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    final @Nullable String ifModifiedSince() {
        return ifModifiedSince;
    }

    final int pageSize() {
        return pageSize;
    }

    private static String element(String name, String value) {
        if (value.isBlank() || value.indexOf(',') >= 0) {
            throw new IllegalArgumentException(name
                    + " are joined by commas for Xero: none may be blank or hold one; use where(...) for such a value");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // B is the class of this
    private B self() {
        return (B) this;
    }
}
