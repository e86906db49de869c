package dev.xeroauth.internal.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Works through a list with half as many flights in the air as there may be, so that callers still find a place. For one list.
 *
 * @param <T> what there is to do
 */
final class FewAtOnce<T> {

    private static final int AT_ONCE = 8;

    private final List<T> pieces;
    private final BooleanSupplier goesOn;
    private final Function<T, CompletableFuture<?>> work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger workers;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private FewAtOnce(List<T> pieces, BooleanSupplier goesOn, Function<T, CompletableFuture<?>> work) {
        this.pieces = pieces;
        this.goesOn = goesOn;
        this.work = work;
        this.workers = new AtomicInteger(AT_ONCE);
    }

    /**
     * Begins.
     *
     * @param goesOn false: nothing more is begun
     * @param work begins one; how it ends makes no difference to the others
     * @return done when all that was begun is over; never fails
     */
    static <T> CompletableFuture<Void> forEach(
            List<T> pieces, BooleanSupplier goesOn, Function<T, CompletableFuture<?>> work) {
        FewAtOnce<T> all = new FewAtOnce<>(pieces, goesOn, work);
        for (int i = 0; i < AT_ONCE; i++) {
            all.workOn();
        }
        return all.end;
    }

    private void workOn() {
        int index = next.getAndIncrement();
        while (index < pieces.size() && goesOn.getAsBoolean()) {
            CompletableFuture<?> piece = begin(pieces.get(index));
            if (!piece.isDone()) {
                OwnThreads.whenOver(piece, (result, failure) -> workOn());
                return;
            }
            index = next.getAndIncrement();
        }
        if (workers.decrementAndGet() == 0) {
            end.complete(null);
        }
    }

    private CompletableFuture<?> begin(T piece) {
        try {
            return work.apply(piece);
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
