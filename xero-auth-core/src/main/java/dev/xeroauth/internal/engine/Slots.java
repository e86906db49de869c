package dev.xeroauth.internal.engine;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** So many at once; the others queue, first come first served. Thread-safe; nobody blocks. */
final class Slots {

    private final AtomicInteger free;
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    Slots(int count) {
        this.free = new AtomicInteger(count);
    }

    /** Done as soon as there is one, which then has to be given back. */
    CompletableFuture<Void> take() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        waiting.add(turn);
        admit();
        return turn;
    }

    void giveBack() {
        free.incrementAndGet();
        admit();
    }

    private void admit() {
        while (!waiting.isEmpty() && tookOne()) {
            CompletableFuture<Void> next = waiting.poll();
            if (next == null) {
                // Another thread was faster; whoever came meanwhile is seen by the next look.
                free.incrementAndGet();
            } else {
                next.complete(null);
            }
        }
    }

    private boolean tookOne() {
        return free.getAndUpdate(count -> count > 0 ? count - 1 : 0) > 0;
    }
}
