package dev.xeroauth.testkit.internal.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Draws from a seed. For one thread. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int of100) {
        return random.nextInt(100) < of100;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    BigDecimal cents(int least, int most) {
        return BigDecimal.valueOf(between(least, most), 2);
    }

    /** A share of an amount, rounded to cents. */
    BigDecimal partOf(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(between(10, 90), 2)).setScale(2, RoundingMode.HALF_UP);
    }

    UUID uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes);
    }
}
