package dev.xeroauth.testkit.internal.filter;

import dev.xeroauth.testkit.internal.filter.Names.Values;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filter: comparisons and {@code Contains}, {@code StartsWith} and {@code EndsWith}, joined by AND and OR, which binds
 * less, and by parentheses. For one thread.
 */
public final class Where {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private record Operand(
            @Nullable Class<?> type,
            @Nullable String path,
            @Nullable Object value) {

        @Nullable
        Object of(Values values) {
            return path == null ? value : values.get(path);
        }
    }

    private final Tokens tokens;
    private final Names names;

    private Where(Tokens tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** Which documents it lets through; asking may end in a {@link FilterException} too. */
    public static Predicate<Values> read(String text, Names names) {
        Where where = new Where(new Tokens(text), names);
        Predicate<Values> read = where.either();
        where.tokens.end();
        return read;
    }

    private Predicate<Values> either() {
        Predicate<Values> all = both();
        while (tokens.takeIf("or", "||")) {
            all = all.or(both());
        }
        return all;
    }

    private Predicate<Values> both() {
        Predicate<Values> all = one();
        while (tokens.takeIf("and", "&&")) {
            all = all.and(one());
        }
        return all;
    }

    private Predicate<Values> one() {
        if (tokens.takeIf("(")) {
            Predicate<Values> inner = either();
            tokens.expect(")");
            return inner;
        }
        String word = tokens.peek();
        int dot = word.lastIndexOf('.');
        BiPredicate<String, String> method = dot < 0 ? null : method(word.substring(dot + 1));
        if (method != null) {
            tokens.take();
            return call(word.substring(0, dot), method);
        }
        Operand left = operand();
        if (!COMPARISONS.contains(tokens.peek())) {
            return alone(left);
        }
        return compared(left, tokens.take(), operand());
    }

    private static @Nullable BiPredicate<String, String> method(String name) {
        return switch (name) {
            case "Contains" -> String::contains;
            case "StartsWith" -> String::startsWith;
            case "EndsWith" -> String::endsWith;
            default -> null;
        };
    }

    private Predicate<Values> call(String path, BiPredicate<String, String> method) {
        tokens.expect("(");
        Object part = operand().value();
        tokens.expect(")");
        if (typeOf(path) != String.class || !(part instanceof String text)) {
            throw new FilterException("No applicable method exists in this type");
        }
        return values -> {
            if (values.get(path) instanceof String value) {
                return method.test(value, text);
            }
            throw new FilterException("Object reference not set to an instance of an object");
        };
    }

    private static Predicate<Values> alone(Operand operand) {
        if (operand.type() != Boolean.class) {
            throw new FilterException("Expression of type 'Boolean' expected");
        }
        return values -> Boolean.TRUE.equals(operand.of(values));
    }

    private static Predicate<Values> compared(Operand left, String operator, Operand right) {
        boolean ordered = !operator.equals("==") && !operator.equals("!=");
        Class<?> type = left.type() == null ? right.type() : left.type();
        boolean same = left.type() == null || right.type() == null || left.type() == right.type();
        boolean orderable = type == BigDecimal.class || type == Instant.class;
        if (!same || (ordered && !orderable)) {
            throw new FilterException("Operator '" + operator + "' incompatible with operand types");
        }
        return values -> holds(left.of(values), operator, right.of(values));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static boolean holds(@Nullable Object left, String operator, @Nullable Object right) {
        if (left == null || right == null) {
            return operator.equals("==") ? left == right : (operator.equals("!=") && left != right);
        }
        int order = ((Comparable) left).compareTo(right);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private Operand operand() {
        String word = tokens.take();
        char first = word.charAt(0);
        if (first == '"') {
            return value(word.substring(1, word.length() - 1));
        }
        if (Character.isDigit(first) || first == '-') {
            return value(new BigDecimal(word));
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> value(true);
            case "false" -> value(false);
            case "null" -> new Operand(null, null, null);
            case "guid" -> value(guid());
            case "datetime" -> value(dateTime());
            default -> new Operand(typeOf(word), word, null);
        };
    }

    private static Operand value(Object value) {
        return new Operand(value.getClass(), null, value);
    }

    private UUID guid() {
        tokens.expect("(");
        String text = tokens.take().replace("\"", "");
        tokens.expect(")");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new FilterException("This is no Guid");
        }
    }

    private Instant dateTime() {
        tokens.expect("(");
        List<Integer> parts = new ArrayList<>();
        do {
            String part = tokens.take();
            if (!part.matches("\\d{1,4}")) {
                throw new FilterException("This is no DateTime");
            }
            parts.add(Integer.valueOf(part));
        } while (tokens.takeIf(","));
        tokens.expect(")");
        if (parts.size() != 3 && parts.size() != 6) {
            throw new FilterException("No applicable constructor exists in type 'DateTime'");
        }
        parts.addAll(List.of(0, 0, 0));
        try {
            return LocalDateTime.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new FilterException("This is no DateTime");
        }
    }

    private Class<?> typeOf(String path) {
        Class<?> type = names.typeOf(path);
        if (type == null) {
            throw new FilterException("No property or field '" + path + "' exists");
        }
        return Objects.requireNonNull(type);
    }
}
