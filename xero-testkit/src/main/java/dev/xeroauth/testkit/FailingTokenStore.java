package dev.xeroauth.testkit;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fault layer over any store: one call of all fails with an exception, either before it reaches the store or after it has had
 * its effect there, so that what it wrote is written and its answer is lost. Everything else goes through. Thread-safe.
 *
 * <pre>{@code
 * FailingTokenStore failing = FailingTokenStore.at(3, FailingTokenStore.Moment.ANSWER_LOST, new InMemoryTokenStore());
 * }</pre>
 */
public final class FailingTokenStore implements TokenStore {

    /** When a call fails. */
    public enum Moment {
        /** It never reaches the store. */
        NOT_DONE,
        /** A write is done, and nobody hears of it. Reads are not counted then: one that is lost is one that was not done. */
        ANSWER_LOST
    }

    private final TokenStore real;
    private final int failing;
    private final Moment moment;
    private final AtomicInteger calls;

    private FailingTokenStore(TokenStore real, int failing, Moment moment, AtomicInteger calls) {
        this.real = real;
        this.failing = failing;
        this.moment = moment;
        this.calls = calls;
    }

    /**
     * Puts the layer over a store.
     *
     * @param call the number of the call that fails, from 1 on; asking for the clock does not count
     * @param moment when it fails
     * @param real where the others go
     * @return the failing store
     * @throws IllegalArgumentException if the number is not 1 or more
     */
    public static FailingTokenStore at(int call, Moment moment, TokenStore real) {
        if (call < 1) {
            throw new IllegalArgumentException("Calls are numbered from 1 on, and there is no number " + call);
        }
        return new FailingTokenStore(real, call, moment, new AtomicInteger());
    }

    /**
     * The same layer over another connection to the same records: calls of both are counted together.
     *
     * @param real where its calls go
     * @return the other failing store
     */
    public FailingTokenStore over(TokenStore real) {
        return new FailingTokenStore(real, failing, moment, calls);
    }

    /**
     * How many calls there were so far that could have failed, on every connection.
     *
     * @return their number, with the one that did
     */
    public int calls() {
        return calls.get();
    }

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        return read(() -> real.find(id));
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        return counted(() -> real.replace(next, expected));
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        return counted(() -> real.delete(id, expected));
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        return read(() -> real.findDue(lane, now, after, limit));
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        return read(() -> real.list(after, limit));
    }

    @Override
    public Optional<InstantSource> serverClock() {
        return real.serverClock();
    }

    private <R> R read(Supplier<R> call) {
        return moment == Moment.NOT_DONE ? counted(call) : call.get();
    }

    private <R> R counted(Supplier<R> call) {
        int number = calls.incrementAndGet();
        if (number == failing && moment == Moment.NOT_DONE) {
            throw failure(number);
        }
        R answer = call.get();
        if (number == failing) {
            throw failure(number);
        }
        return answer;
    }

    private RuntimeException failure(int number) {
        return new IllegalStateException("The fault layer fails call " + number + " as it was told to: " + moment);
    }
}
