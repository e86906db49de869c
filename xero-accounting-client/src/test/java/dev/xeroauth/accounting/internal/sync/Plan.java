package dev.xeroauth.accounting.internal.sync;

import dev.xeroauth.accounting.internal.sync.World.Since;
import dev.xeroauth.accounting.internal.sync.World.Ways;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What a seed chooses: how the list behaves, how much happens in it, and how it is read.
 *
 * @param late the longest time until a change can be seen, in milliseconds
 * @param skew how far the clock of a server is off at most, in milliseconds
 * @param rows of the list at the beginning
 * @param heavy the most rows that change at once
 * @param busy how much happens during a request
 * @param crashes how often the process dies at most
 */
record Plan(
        long seed,
        Ways ways,
        int pageSize,
        long late,
        long skew,
        int rows,
        int heavy,
        int busy,
        int syncs,
        int crashes) {

    private static final List<Since> SINCE = List.of(Since.AFTER, Since.FROM, Since.IN_WHOLE_SECONDS_AFTER);
    private static final int[] PAGE_SIZES = {3, 4, 5, 7, 10, 25, 50, 100, 250, 1000};
    private static final int[] ROWS = {0, 5, 40, 200, 600, 1500};
    private static final int[] HEAVY = {1, 4, 30, 150, 1200};
    private static final long SECOND = 1000;

    static Plan of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        long salt = random.nextLong();
        Comparator<UUID> order = random.nextBoolean()
                ? Comparator.naturalOrder()
                : Comparator.comparingLong((UUID id) -> (id.getMostSignificantBits() ^ salt) * 0x9E3779B97F4A7C15L)
                        .thenComparing(Comparator.reverseOrder());
        Ways ways = new Ways(SINCE.get(random.nextInt(SINCE.size())), order, random.nextInt(4) == 0 ? SECOND : 1);
        int pageSize = PAGE_SIZES[random.nextInt(PAGE_SIZES.length)];
        int most = pageSize < 10 ? 3 : ROWS.length;
        return new Plan(
                seed,
                ways,
                pageSize,
                random.nextInt(4) == 0 ? 0 : random.nextInt(20) * SECOND,
                random.nextInt(3) * SECOND,
                ROWS[random.nextInt(most)],
                HEAVY[random.nextInt(pageSize < 10 ? 4 : HEAVY.length)],
                random.nextInt(4),
                2 + random.nextInt(4),
                random.nextInt(6));
    }

    /** As long as everything takes, the coarse stamp included. */
    long overlap() {
        return late + 2 * skew + ways.grain();
    }
}
