package dev.xeroauth.accounting.internal.sync;

import dev.xeroauth.accounting.internal.sync.Subject.Delivery;
import dev.xeroauth.accounting.internal.sync.Subject.Reading;
import dev.xeroauth.accounting.internal.sync.World.Found;
import dev.xeroauth.accounting.internal.sync.World.Version;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Several syncs of one list while others change it, with crashes in between; and what came of it. */
final class Schedule {

    private static final long BEGIN = 1_795_000_000_123L;
    private static final int TOO_MANY = 20_000;

    /** @param storesFirst whether it stores the cursor before it has processed the batch, which is the fault of an application */
    record Consumer(boolean storesFirst) {}

    private final Plan plan;
    private final Subject subject;
    private final Consumer consumer;
    private final Random random;
    private final World world;
    private final Activity activity;
    private final Set<Integer> processed = new HashSet<>();
    private final Tally tally = new Tally();
    private String cursor = Subject.START;
    private int crashes;

    Schedule(Plan plan, Subject subject, Consumer consumer) {
        this.plan = plan;
        this.subject = subject;
        this.consumer = consumer;
        this.random = new Random(plan.seed());
        this.world = new World(plan.ways(), BEGIN);
        this.activity = new Activity(plan, world, random);
        this.crashes = plan.crashes();
    }

    Tally run() {
        activity.fill();
        for (int i = 0; i < plan.syncs(); i++) {
            sync(plan.busy());
            activity.pass(random.nextInt(60_000), random.nextInt(4));
        }
        crashes = 0;
        world.advance(plan.overlap() + 1);
        sync(0);
        for (Version version : world.list()) {
            if (!processed.contains(version.content())) {
                tally.missed++;
            }
        }
        tally.changes = world.changes();
        return tally;
    }

    /** Until it has come to its end, over crashes. */
    private void sync(int busy) {
        while (!walk(busy)) {
            tally.crashes++;
            activity.pass(random.nextInt(20_000), random.nextInt(3));
        }
    }

    private boolean walk(int busy) {
        Reading reading = subject.open(cursor);
        int fresh = 0;
        int calls = 0;
        while (calls < TOO_MANY) {
            if (crashesNow()) {
                return false;
            }
            Delivery delivery = reading.accept(call(reading.window(), busy));
            calls++;
            if (delivery != null) {
                int before = tally.fresh;
                if (!consume(delivery)) {
                    return false;
                }
                fresh += tally.fresh - before;
                if (!delivery.more()) {
                    tally.leastCalls += Math.max(1, (fresh + plan.pageSize() - 1) / plan.pageSize());
                    return true;
                }
            }
        }
        throw new AssertionError("No end after " + calls + " calls: " + plan);
    }

    private boolean consume(Delivery delivery) {
        if (consumer.storesFirst()) {
            cursor = delivery.cursor();
        }
        if (crashesNow()) {
            return false;
        }
        for (Version version : delivery.versions()) {
            tally.delivered++;
            if (processed.add(version.content())) {
                tally.fresh++;
            }
        }
        if (crashesNow()) {
            return false;
        }
        cursor = delivery.cursor();
        tally.longest = Math.max(tally.longest, cursor.length());
        return true;
    }

    private Snapshot<Version> call(Window window, int busy) {
        long before = pause();
        activity.pass(before, random.nextInt(busy + 1));
        Found found = world.read(window);
        long after = pause();
        activity.read(found.rows());
        activity.pass(after, random.nextInt(busy + 1));
        tally.calls++;
        tally.rows += found.rows().size();
        return new Snapshot<>(found.rows(), found.count(), world.now() + activity.skewed(), before + after);
    }

    /** Half of what a request takes. */
    private long pause() {
        return random.nextInt(random.nextInt(8) == 0 ? 12_000 : 300);
    }

    private boolean crashesNow() {
        boolean now = crashes > 0 && random.nextInt(12) == 0;
        if (now) {
            crashes--;
        }
        return now;
    }
}
