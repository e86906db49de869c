package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenRefresher;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration ASSUMED = Duration.ofMinutes(5);

    /** A name that nobody else has. */
    public String nonce() {
        return Revision.random(random).value();
    }

    /**
     * What callers get of an answer. It is refreshed after half to three quarters of its life, at random, so that tokens that
     * were issued together are not refreshed together. An absurd lifetime counts as five minutes.
     */
    IssuedAccess access(TokenSet tokens, Instant askedAt) {
        boolean credible =
                tokens.lifetime().compareTo(SHORTEST) >= 0 && tokens.lifetime().compareTo(LONGEST) <= 0;
        Duration lifetime = credible ? tokens.lifetime() : ASSUMED;
        long half = lifetime.toMillis() / 2;
        Duration refreshAfter = Duration.ofMillis(half + random.nextLong(half / 2));
        return new IssuedAccess(tokens.accessToken(), askedAt, lifetime, askedAt.plus(refreshAfter));
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
