package dev.xeroauth.internal.consent;

import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns the operator of scopes that end, once each: Xero gives a date, and the day after it no user could connect any more.
 * Thread-safe.
 */
public final class BroadScopes {

    /** Whoever begins a consent here, in however many instances of the library. */
    public static final BroadScopes IN_THIS_PROCESS = new BroadScopes(LoggerFactory.getLogger("dev.xeroauth"));

    private final Logger log;
    private final Set<Scope> told = ConcurrentHashMap.newKeySet();

    BroadScopes(Logger log) {
        this.log = log;
    }

    /**
     * Warns of those among them that end, unless that was said before.
     *
     * @param scopes what a user is about to be asked for
     */
    public void warnOf(Scopes scopes) {
        scopes.all().forEach(scope -> scope.endsOn().ifPresent(day -> warnOf(scope, day)));
    }

    private void warnOf(Scope scope, LocalDate day) {
        if (told.add(scope)) {
            log.warn(
                    "The scope {} ends on {}, and Xero refuses it to apps created since 2026-03-02. Ask for those of its"
                            + " successors that the application needs: {}",
                    scope,
                    day,
                    scope.successors().stream().map(Scope::value).collect(Collectors.joining(" ")));
        }
    }
}
