package dev.xeroauth.tests;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that can be taken down, counts what it is asked, and lets a test interfere before and after a call. */
final class ShakyStore implements TokenStore {

    /** It comes when it likes, so it is not counted with what a test asks for. */
    private static final int KEEPERS_LOOK = 0;

    private final TokenStore real;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    /** Gets the number of the call on a grant, from 1 on; {@link #KEEPERS_LOOK} for a look for due ones. */
    volatile IntConsumer before = call -> {};
    /** The same, when the call has had its effect. */
    volatile IntConsumer after = call -> {};

    private final AtomicInteger lists = new AtomicInteger();
    private final AtomicInteger refusedWrites = new AtomicInteger();
    private final Set<Thread> askedBy = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Error error;
    private volatile @Nullable Error writingError;
    private volatile boolean readable = true;
    private volatile boolean writable = true;

    ShakyStore(TokenStore real) {
        this.real = real;
    }

    /** How many writes it did not take. */
    int refusedWrites() {
        return refusedWrites.get();
    }

    int reads() {
        return reads.get();
    }

    int calls() {
        return calls.get();
    }

    /** How many pages of ids were read. */
    int lists() {
        return lists.get();
    }

    /** The threads that have read. */
    Set<Thread> askedBy() {
        return askedBy;
    }

    void broken(Error error) {
        this.error = error;
    }

    void brokenWriting(@Nullable Error error) {
        this.writingError = error;
    }

    void readable(boolean is) {
        this.readable = is;
    }

    void writable(boolean is) {
        this.writable = is;
    }

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        reads.incrementAndGet();
        askedBy.add(Thread.currentThread());
        if (error != null) {
            throw error;
        }
        check(readable);
        return interfered(calls.incrementAndGet(), () -> real.find(id));
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        if (writingError != null) {
            throw writingError;
        }
        if (!writable) {
            refusedWrites.incrementAndGet();
        }
        check(writable);
        return interfered(calls.incrementAndGet(), () -> real.replace(next, expected));
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        check(writable);
        return real.delete(id, expected);
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        check(readable);
        return interfered(KEEPERS_LOOK, () -> real.findDue(lane, now, after, limit));
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        lists.incrementAndGet();
        askedBy.add(Thread.currentThread());
        check(readable);
        return real.list(after, limit);
    }

    private <R> R interfered(int number, Supplier<R> call) {
        before.accept(number);
        R answer = call.get();
        after.accept(number);
        return answer;
    }

    private static void check(boolean up) {
        if (!up) {
            throw new IllegalStateException("the store is down");
        }
    }
}
