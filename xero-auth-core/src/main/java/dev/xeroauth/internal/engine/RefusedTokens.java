package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.XeroException;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to do about tokens of one source that Xero's API has refused [14]. Thread-safe. */
public final class RefusedTokens {

    private static final Duration CONNECTIONS_CHECKED = Duration.ofMinutes(1);

    private final TimeSource time;
    private final TokenSource tokens;
    private final ForcedRefreshes forced = new ForcedRefreshes();
    private final AtMostEvery looks;
    private final AtMostEvery checks;

    RefusedTokens(TimeSource time, TokenSource tokens) {
        this.time = time;
        this.tokens = tokens;
        long now = time.nanoTime();
        this.looks = new AtMostEvery(GrantTokens.NEGATIVE_KNOWLEDGE, now);
        this.checks = new AtMostEvery(CONNECTIONS_CHECKED, now);
    }

    /**
     * A token to try after Xero's API answered 401 to this one: a newer one, if there is one or Xero gives one; the same again,
     * if it is so young that Xero may not know it yet. Asks Xero once, however many callers were refused. Empty: another
     * would not help, because those before did not, and none is known to be newer.
     */
    Optional<AccessToken> after(AccessToken refused, boolean saidExpired, Patience patience) {
        AccessToken other = otherThan(refused);
        if (other != null) {
            return Optional.of(other);
        }
        long now = time.nanoTime();
        if (forced.areAllowed(now)) {
            return Optional.of(tokens.another(refused, saidExpired, patience));
        }
        Optional<AccessToken> newer = newer(refused, patience);
        // It comes from the last one, and Xero may not know it yet.
        return newer.isEmpty() && !saidExpired && forced.isYoung(now) ? Optional.of(refused) : newer;
    }

    /**
     * Another token than this one, if there is one here or in the store: another process may have got a new consent. Empty as
     * well if the store does not tell: what Xero's API has answered tells the caller more.
     */
    Optional<AccessToken> newer(AccessToken refused, Patience patience) {
        AccessToken other = otherThan(refused);
        if (other != null) {
            return Optional.of(other);
        }
        try {
            if (!looks.takeTurn(time.nanoTime())) {
                tokens.awaitLanding(patience);
                return Optional.ofNullable(otherThan(refused));
            }
            AccessToken found = tokens.look(refused, patience);
            return found.value().equals(refused.value()) ? Optional.empty() : Optional.of(found);
        } catch (XeroException e) {
            return Optional.empty();
        }
    }

    /** Whether its caller is the one to ask Xero for its list of connections, because a tenant seems to be missing. */
    boolean takeTurnToCheckConnections() {
        return checks.takeTurn(time.nanoTime());
    }

    /** Another token has been fetched because of a 401. */
    void forced() {
        forced.happened(time.nanoTime());
    }

    /** A request that Xero's API refused was sent again with another token, and accepted. */
    void cured() {
        forced.cured();
    }

    /** What is known here already. */
    @Nullable
    AccessToken otherThan(AccessToken refused) {
        HeldToken token = tokens.newest();
        if (token == null || token.is(refused.value()) || !token.isUsable(time.nanoTime())) {
            return null;
        }
        return token.handOut();
    }
}
