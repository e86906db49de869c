package dev.xeroauth.accounting.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.internal.sync.Subject.Delivery;
import dev.xeroauth.accounting.internal.sync.Subject.Reading;
import dev.xeroauth.accounting.internal.sync.World.Found;
import dev.xeroauth.accounting.internal.sync.World.Since;
import dev.xeroauth.accounting.internal.sync.World.Version;
import dev.xeroauth.accounting.internal.sync.World.Ways;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process dies at every point of two syncs between which the list changes: before and after each request, each batch. */
class SyncKillTest {

    private static final long BEGIN = 1_795_000_000_000L;
    private static final int PAGE = 8;
    private static final int OVERLAP = 1500;
    private static final int ROWS = 120;

    /** Dies when it has come so far. */
    private static final class Dies extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** One life of the application and of the list, in which the process dies once. */
    private static final class Life {

        private final World world;
        private final Random random = new Random(8);
        private final int deadly;
        private final List<Integer> processed = new ArrayList<>();
        private boolean quiet;
        private int points;
        private String cursor = Subject.START;

        Life(Since since, int deadly) {
            this.world = new World(new Ways(since, Comparator.reverseOrder(), 1), BEGIN);
            this.deadly = deadly;
        }

        Life live() {
            for (int i = 0; i < ROWS; i++) {
                world.change(new UUID(random.nextLong(), random.nextLong()), world.now(), 0, false);
                world.advance(i < ROWS / 4 ? 0 : 90);
            }
            sync();
            world.advance(1000);
            for (int i = 0; i < ROWS / 3; i++) {
                world.change(world.ids().get(i * 2), world.now(), i % 5 == 0 ? OVERLAP : 0, i % 7 == 0);
            }
            sync();
            quiet = true;
            world.advance(OVERLAP + 1);
            sync();
            return this;
        }

        private void sync() {
            boolean ended = false;
            while (!ended) {
                try {
                    walk();
                    ended = true;
                } catch (Dies e) {
                    world.advance(500);
                }
            }
        }

        private void walk() {
            Reading reading = Subject.ours(new Settings(OVERLAP, PAGE)).open(cursor);
            boolean more = true;
            while (more) {
                point();
                Found found = world.read(reading.window());
                if (!quiet) {
                    world.change(world.ids().get(random.nextInt(ROWS)), world.now(), 0, false);
                }
                point();
                Delivery delivery = reading.accept(new Snapshot<>(found.rows(), found.count(), world.now(), 0));
                world.advance(40);
                more = delivery == null || delivery.more();
                if (delivery != null) {
                    for (Version version : delivery.versions()) {
                        point();
                        processed.add(version.content());
                    }
                    point();
                    cursor = delivery.cursor();
                }
            }
        }

        private void point() {
            points++;
            if (points == deadly) {
                throw new Dies();
            }
        }

        Set<Integer> missed() {
            Set<Integer> missed = new HashSet<>();
            world.list().forEach(version -> missed.add(version.content()));
            missed.removeAll(Set.copyOf(processed));
            return missed;
        }

        int repeated() {
            return processed.size() - Set.copyOf(processed).size();
        }
    }

    @ParameterizedTest
    @EnumSource(Since.class)
    void sync_killedAtEveryPoint_missesNothingAndRepeatsOneBatch(Since since) {
        Life whole = new Life(since, 0).live();
        assertThat(whole.missed()).isEmpty();
        assertThat(whole.repeated()).isZero();
        assertThat(whole.points).isGreaterThan(ROWS);
        int most = 0;
        for (int deadly = 1; deadly <= whole.points; deadly++) {
            Life life = new Life(since, deadly).live();
            assertThat(life.missed()).as("killed at point %d", deadly).isEmpty();
            most = Math.max(most, life.repeated());
        }

        System.out.println("sync-kill: points=" + whole.points + " missed=0 repeated-at-most=" + most);
        assertThat(most).isPositive().isLessThanOrEqualTo(PAGE);
    }
}
