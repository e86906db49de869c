package dev.xeroauth.internal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeySourceTest {

    private static final int CALLERS = 40;

    private final KeyRing keys = ring();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void ring_manyCallersWhileTheSupplierHangs_takeOneThreadAndItRecovers() throws Exception {
        CountDownLatch wellAgain = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            KeySource source = new KeySource(() -> hanging(wellAgain), threads);
            List<Callable<KeyRing>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(() -> source.ring("Nothing can be sealed"));
            }

            for (Future<KeyRing> answer : threads.invokeAll(callers)) {
                assertThatThrownBy(answer::get)
                        .hasCauseInstanceOf(SealedRecordException.class)
                        .hasMessageContaining("has not returned for 3 s");
            }
            assertThat(asked).hasValue(1);

            wellAgain.countDown();
            assertThat(source.ring("Nothing can be sealed")).isSameAs(keys);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ring_askedAgain_isTheOneOfThatMoment() {
        KeyRing next = ring();
        KeySource source = new KeySource(() -> asked.getAndIncrement() == 0 ? keys : next, Runnable::run);

        assertThat(source.ring("Nothing can be sealed")).isSameAs(keys);
        assertThat(source.ring("Nothing can be sealed")).isSameAs(next);
    }

    @Test
    void ring_noThreadToBeHad_isAskedAllTheSame() {
        KeySource source = new KeySource(() -> keys, task -> {
            throw new RejectedExecutionException();
        });

        assertThat(source.ring("Nothing can be sealed")).isSameAs(keys);
    }

    private KeyRing hanging(CountDownLatch wellAgain) {
        asked.incrementAndGet();
        try {
            wellAgain.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return keys;
    }

    private static KeyRing ring() {
        byte[] key = new byte[32];
        key[0] = 1;
        return KeyRing.of("k", key);
    }
}
