package dev.xeroauth.accounting.internal.sync;

import dev.xeroauth.accounting.internal.sync.World.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What the others do to the list, with an eye to what is being read. */
final class Activity {

    private static final int MOST = 4000;

    private final Plan plan;
    private final World world;
    private final Random random;
    private List<UUID> justRead = List.of();
    private int spared = MOST;

    Activity(Plan plan, World world, Random random) {
        this.plan = plan;
        this.world = world;
        this.random = random;
    }

    /** Which rows are of interest to somebody who wants to have some missed. */
    void read(List<Row<Version>> rows) {
        justRead = rows.stream().map(row -> row.element().id()).toList();
    }

    /** Some time passes in which something happens. */
    void pass(long millis, int happenings) {
        long left = millis;
        for (int i = 0; i < happenings && spared > 0; i++) {
            long step = left == 0 ? 0 : random.nextLong(left + 1);
            left -= step;
            world.advance(step);
            happen();
        }
        world.advance(left);
    }

    /** The first rows of the list. */
    void fill() {
        for (int made = 0; made < plan.rows(); ) {
            int together = Math.min(plan.rows() - made, 1 + random.nextInt(Math.max(1, plan.heavy())));
            for (int i = 0; i < together; i++) {
                change(newId(), false);
            }
            made += together;
            world.advance(random.nextInt(700));
        }
        world.advance(plan.overlap() + random.nextInt(5000));
    }

    private void happen() {
        switch (random.nextInt(8)) {
            case 0 -> change(newId(), false);
            case 1 -> several(1 + random.nextInt(plan.heavy()));
            case 2 -> change(any(), true);
            case 3 -> readRows(1 + random.nextInt(3), random.nextBoolean());
            case 4 -> readRows(1 + random.nextInt(plan.pageSize()), random.nextBoolean());
            case 5 -> made(1 + random.nextInt(plan.heavy()));
            default -> change(any(), false);
        }
    }

    private void several(int count) {
        for (int i = 0; i < count; i++) {
            change(any(), false);
        }
    }

    private void made(int count) {
        for (int i = 0; i < count; i++) {
            change(newId(), false);
        }
    }

    /** The last rows of the page that was just read leave their places. */
    private void readRows(int count, boolean gone) {
        List<UUID> last = new ArrayList<>(justRead.subList(Math.max(0, justRead.size() - count), justRead.size()));
        last.forEach(id -> change(id, gone));
    }

    private void change(UUID id, boolean gone) {
        spared--;
        world.change(id, world.now() + skewed(), late(), gone);
    }

    /** Mostly at once, and now and then as late as can be. */
    private long late() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextLong(plan.late() + 1);
            case 1 -> plan.late();
            default -> 0;
        };
    }

    long skewed() {
        return plan.skew() == 0 ? 0 : random.nextLong(-plan.skew(), plan.skew() + 1);
    }

    private UUID any() {
        return world.ids().isEmpty()
                ? newId()
                : world.ids().get(random.nextInt(world.ids().size()));
    }

    private UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
