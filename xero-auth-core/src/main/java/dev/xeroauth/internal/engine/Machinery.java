package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import dev.xeroauth.internal.protocol.Breaker;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Draw;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.protocol.Rejection;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenRefresher;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;

/**
 * What every flight works with.
 *
 * @param decisions what a flight does next
 * @param repository where grants are kept
 * @param refresher who asks Xero
 * @param time this host's clocks
 * @param clock the time by which processes agree
 * @param random a cryptographically strong source
 * @param threads the library's own
 * @param waiting how to wait
 * @param announcer who is told
 * @param breaker whether Xero accepts the application
 * @param api the one address that tokens are sent to
 */
public record Machinery(
        Decisions decisions,
        GrantRepository repository,
        TokenRefresher refresher,
        TimeSource time,
        SharedClock clock,
        RandomGenerator random,
        OwnThreads threads,
        Waiting waiting,
        Announcer announcer,
        AtomicReference<Breaker> breaker,
        HttpUrl api) {

    /** A name that nobody else has. */
    public String nonce() {
        return Revision.random(random).value();
    }

    /** Why nobody is to ask Xero now, if so; where it is empty, the caller is the one who asks. */
    Optional<Rejection> rejectionOrProbe() {
        Moment now = moment();
        Breaker before =
                Objects.requireNonNull(breaker.getAndUpdate(it -> it.at(now).isPresent() ? it : it.probed(now)));
        return before.at(now);
    }

    /** What an answer tells about the application. */
    void answered(GrantId id, RefreshOutcome outcome) {
        breaker.updateAndGet(it -> it.after(id, outcome, moment()));
    }

    /** Both clocks, read now. */
    Moment moment() {
        return new Moment(clock.instant(), time.nanoTime());
    }

    /** The time by which processes agree, with this host's counter. */
    public TimeSource sharedTime() {
        return new TimeSource() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long nanoTime() {
                return time.nanoTime();
            }
        };
    }

    /** Chance for one step. */
    Draw draw() {
        return new Draw(nonce(), Revision.random(random), random.nextDouble());
    }
}
