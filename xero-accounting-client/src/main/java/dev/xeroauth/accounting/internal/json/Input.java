package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is read, and what was met on the way: values that come again are shared, and objects are expected to have the
 * fields of the one before. Of one answer, so that nothing of a customer stays behind. Not thread-safe.
 */
final class Input {

    private final JsonParser parser;
    private final boolean rounded;
    private final Elements elements = new Elements();
    private final Texts texts = new Texts();
    private final Decimals decimals = new Decimals();
    private final Days days = new Days();
    private final IsoTime isoTime = new IsoTime();
    private int[] @Nullable [] followers = new int[16][];

    Input(JsonParser parser) {
        this(parser, false);
    }

    /** @param rounded whether Xero was asked to round the prices of lines */
    Input(JsonParser parser, boolean rounded) {
        this.parser = parser;
        this.rounded = rounded;
    }

    JsonParser parser() {
        return parser;
    }

    boolean isRounded() {
        return rounded;
    }

    Elements elements() {
        return elements;
    }

    Texts texts() {
        return texts;
    }

    Decimals decimals() {
        return decimals;
    }

    Days days() {
        return days;
    }

    IsoTime isoTime() {
        return isoTime;
    }

    /** Which field followed which: at 0 the one that came first, at n+1 the one that came after field n. */
    int[] followers(Shape<?> shape) {
        int number = shape.number();
        if (number >= followers.length) {
            followers = Arrays.copyOf(followers, number * 2);
        }
        int[] known = followers[number];
        if (known == null) {
            known = shape.declaredOrder();
            followers[number] = known;
        }
        return known;
    }
}
