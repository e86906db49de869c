package dev.xeroauth.accounting.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A value of an enumeration that Xero may extend at any time. Equal to every other one of its kind with the same text. */
abstract class OpenEnum {

    private final String value;
    private final boolean known;

    OpenEnum(String value, boolean known) {
        this.value = value;
        this.known = known;
    }

    /**
     * The text that Xero uses.
     *
     * @return exactly as sent, never empty
     */
    public final String value() {
        return value;
    }

    /**
     * Whether this version of the library has a constant for it.
     *
     * @return false for a value that Xero has introduced since
     */
    public final boolean isKnown() {
        return known;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OpenEnum that && that.getClass() == getClass() && that.value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return value;
    }

    /** The constants of one enumeration, filled in its static initialiser. */
    static final class Constants<E extends OpenEnum> {

        private final Map<String, E> byValue = new ConcurrentHashMap<>();
        private final BiFunction<String, Boolean, E> maker;

        Constants(BiFunction<String, Boolean, E> maker) {
            this.maker = maker;
        }

        E add(String value) {
            E constant = maker.apply(value, true);
            byValue.put(value, constant);
            return constant;
        }

        E of(String value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("A value has at least one character");
            }
            E constant = byValue.get(value);
            return constant != null ? constant : maker.apply(value, false);
        }
    }
}
