package dev.xeroauth.accounting;

import java.util.function.Function;

/**
 * One of a number of values that Xero filters by. Immutable.
 *
 * @param <E> the values
 */
public final class EnumField<E> extends FilterField<E> {

    EnumField(String name, Function<E, String> text) {
        super(name, text.andThen(Literals::text));
    }
}
