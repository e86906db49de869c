package dev.xeroauth.internal.engine;

import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Draw;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenRefresher;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;

/**
 * What every flight works with.
 *
 * @param repository where grants are kept
 * @param refresher who asks Xero
 * @param time both clocks
 * @param random a cryptographically strong source
 * @param threads the library's own
 * @param waiting how to wait
 * @param announcer who is told
 * @param api the one address that tokens are sent to
 */
public record Machinery(
        GrantRepository repository,
        TokenRefresher refresher,
        TimeSource time,
        RandomGenerator random,
        OwnThreads threads,
        Waiting waiting,
        Announcer announcer,
        HttpUrl api) {

    static final Decisions DECISIONS = new Decisions(Rule.all());

    /** A name that nobody else has. */
    public String nonce() {
        return Revision.random(random).value();
    }

    /** Both clocks, read now. */
    Moment moment() {
        return new Moment(time.now(), time.nanoTime());
    }

    /** Chance for one step. */
    Draw draw() {
        return new Draw(nonce(), Revision.random(random), random.nextDouble());
    }
}
