package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenRefresher;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

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
 */
public record Machinery(
        GrantRepository repository,
        TokenRefresher refresher,
        TimeSource time,
        RandomGenerator random,
        OwnThreads threads,
        Waiting waiting,
        Announcer announcer) {

    /** A name that nobody else has. */
    public String nonce() {
        return Revision.random(random).value();
    }

    /** Half to three quarters of the lifetime, at random: tokens that were issued together are not refreshed together. */
    public Duration refreshAfter(Duration lifetime) {
        long half = lifetime.toMillis() / 2;
        return Duration.ofMillis(half + (half < 2 ? 0 : random.nextLong(half / 2)));
    }

    /** Saves what was issued, as long as the record still waits for it. Empty: it does not, and they are dropped. */
    Optional<OpenGrant> save(PendingSave tokens) {
        OpenGrant at = tokens.leased();
        while (true) {
            GrantRecord next = at.record().issued(tokens.access(), tokens.refreshToken());
            Optional<OpenGrant> saved = repository.replace(at.id(), GrantStatus.CONNECTED, next, at.revision());
            if (saved.isPresent()) {
                return saved;
            }
            Optional<OpenGrant> again = repository.find(at.id());
            if (again.isEmpty() || !tokens.belongsTo(again.get())) {
                return Optional.empty();
            }
            at = again.get();
        }
    }
}
