package dev.xeroauth.tests;

import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import dev.xeroauth.spi.TokenRefresher;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues tokens when the test lets it, and counts how many requests are there at once. */
final class HeldRefresher implements TokenRefresher {

    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** Until so many more have come; fails if they do not. */
    void awaitArrived(int count) {
        for (int i = 0; i < count; i++) {
            Threads.await(arrived);
        }
    }

    /** So many more are answered. */
    void allow(int count) {
        allowed.release(count);
    }

    int mostAtOnce() {
        return most.get();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public RefreshOutcome refresh(RefreshRequest request) {
        return answer();
    }

    RefreshOutcome answer() {
        int number = requests.incrementAndGet();
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        arrived.release();
        allowed.acquireUninterruptibly();
        inside.decrementAndGet();
        return Bench.issued(number + 1);
    }
}
