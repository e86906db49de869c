package dev.xeroauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** So many at once. */
class SlotsTest {

    private static final int THREADS = 8;
    private static final int TURNS = 1_000;

    @Test
    void take_allGone_waitsForItsTurn() {
        Slots slots = new Slots(2);
        assertThat(slots.take()).isDone();
        assertThat(slots.take()).isDone();
        CompletableFuture<Void> third = slots.take();
        CompletableFuture<Void> fourth = slots.take();
        assertThat(third).isNotDone();

        slots.giveBack();

        assertThat(third).isDone();
        assertThat(fourth).isNotDone();
    }

    @Test
    void giveBack_nobodyWaits_leavesThemForLater() {
        Slots slots = new Slots(1);
        assertThat(slots.take()).isDone();
        slots.giveBack();

        assertThat(slots.take()).isDone();
        assertThat(slots.take()).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void take_fromManyThreads_isNeverMoreAtOnceAndForgetsNobody(int count) throws InterruptedException {
        Slots slots = new Slots(count);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        Runnable turns = () -> {
            for (int turn = 0; turn < TURNS; turn++) {
                slots.take().join();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1);
                inside.decrementAndGet();
                served.incrementAndGet();
                slots.giveBack();
            }
        };
        List<Thread> threads =
                Stream.generate(() -> new Thread(turns)).limit(THREADS).toList();
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }

        assertThat(served).hasValue(THREADS * TURNS);
        assertThat(most.get()).isEqualTo(count);
    }
}
