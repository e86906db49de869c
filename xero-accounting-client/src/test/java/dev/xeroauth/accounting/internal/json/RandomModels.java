package dev.xeroauth.accounting.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes models with chance values in any of their fields, by the kinds of the fields. */
final class RandomModels {

    private static final List<String> UNKNOWN = List.of(
            "1.50", "-0.000", "[]", "{}", "[1,[\"a\\\"b\"],{\"x\":null,\"y\":1E+9}]", "\"\"", "true", "{\"\":0.10}");

    private final Random random;

    RandomModels(Random random) {
        this.random = random;
    }

    <M> M model(Class<M> type, int depth) {
        Shape<M> shape = Shape.of(type);
        @Nullable Object[] values = shape.noValues();
        for (Field<?> field : shape.fields()) {
            if (random.nextInt(3) > 0) {
                values[field.index()] = value(field, depth);
            }
        }
        for (Field<?> field : shape.fields()) {
            if (field.isCompanion()
                    && random.nextBoolean()
                    && values[field.main().index()] instanceof LocalDate) {
                values[field.index()] = TimeForm.of(0, false);
            }
        }
        for (int count = random.nextInt(3); count > 0; count--) {
            String json = UNKNOWN.get(random.nextInt(UNKNOWN.size()));
            shape.addUnknown(
                    values, "Unknown" + text().replaceAll("\\p{Cs}", ""), json); // Jackson reads no half pair in a name
        }
        return shape.make(values);
    }

    private @Nullable Object value(Field<?> field, int depth) {
        return switch (field.kind()) {
            case TEXT -> text();
            case DECIMAL -> decimal();
            case INTEGER -> random.nextInt();
            case BOOL -> random.nextBoolean();
            case ID -> new UUID(random.nextLong(), random.nextLong());
            case DATE -> LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case INSTANT -> Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L), nanos());
            case OPEN -> field.constants().apply("X" + text());
            case OBJECT, REFERENCE -> depth == 0 ? null : model(field, depth);
            case LIST ->
                depth == 0
                        ? List.of()
                        : IntStream.range(0, random.nextInt(4))
                                .mapToObj(i -> model(field, depth))
                                .toList();
            case TEXTS -> List.of(text(), text());
            case COMPANION -> null;
        };
    }

    private Object model(Field<?> field, int depth) {
        return model(field.nested().model(), depth - 1);
    }

    private int nanos() {
        return random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
    }

    private BigDecimal decimal() {
        int bits = random.nextInt(200);
        return new BigDecimal(new BigInteger(bits, random).multiply(BigInteger.valueOf(random.nextInt(3) - 1)))
                .movePointLeft(random.nextInt(bits + 1))
                .setScale(random.nextInt(40) + bits);
    }

    /** Any characters, half pairs of surrogates too. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(0x80));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> text.append("ıİ/\"\\ é€".charAt(random.nextInt(8)));
            }
        }
        return text.toString();
    }
}
