package dev.xeroauth.testkit.internal.filter;

import dev.xeroauth.testkit.internal.filter.Names.Values;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a list is ordered by: fields with or without ASC or DESC, separated by commas. */
public final class Order {

    private static final Pattern PART =
            Pattern.compile("\\s*([A-Za-z_][\\w.]*)(?:\\s+(asc|desc))?\\s*", Pattern.CASE_INSENSITIVE);

    private Order() {}

    /** What is absent comes first. */
    public static Comparator<Values> read(String text, Names names) {
        Comparator<Values> order = Comparator.comparing(values -> 0);
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || names.typeOf(matcher.group(1)) == null) {
                throw new FilterException("The order cannot be read, or names a field that is not there");
            }
            String path = matcher.group(1);
            Comparator<Values> by = (one, other) -> compare(one.get(path), other.get(path));
            String direction =
                    Objects.requireNonNullElse(matcher.group(2), "asc").toLowerCase(Locale.ROOT);
            order = order.thenComparing(direction.equals("desc") ? by.reversed() : by);
        }
        return order;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? -1 : 1;
        }
        return ((Comparable) one).compareTo(other);
    }
}
