package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Xero's list of connections, asked for on the library's threads: once for all who want that of one grant, for a few grants at
 * once, and the others queue. Holds none of the other slots while it waits for one of them. Thread-safe; blocks nobody.
 */
final class ConnectionReads {

    private final OwnThreads threads;
    private final Consumer<GrantId> read;
    private final Slots slots;
    /** Those that queue among them: never more than there are grants. */
    private final ConcurrentMap<GrantId, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /**
     * Nothing is under way.
     *
     * @param atOnce so many
     * @param read asks Xero and keeps the answer; blocks
     */
    ConnectionReads(OwnThreads threads, int atOnce, Consumer<GrantId> read) {
        this.threads = threads;
        this.slots = new Slots(atOnce);
        this.read = read;
    }

    /** Begins, or waits for the one under way. Fails with what reading fails with; not begun once the end has begun. */
    CompletableFuture<Void> join(GrantId id) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> running = underWay.putIfAbsent(id, mine);
        if (running != null) {
            return running;
        }
        OwnThreads.whenOver(slots.take().thenRunAsync(() -> read(id), threads), (done, failure) -> {
            underWay.remove(id, mine);
            slots.giveBack();
            if (failure == null) {
                mine.complete(null);
            } else {
                mine.completeExceptionally(OwnThreads.cause(failure));
            }
        });
        return mine;
    }

    /** Whether somebody's has begun, and is not over. */
    boolean isUnderWay(GrantId id) {
        return underWay.containsKey(id);
    }

    private void read(GrantId id) {
        threads.requireOpen();
        read.accept(id);
    }
}
