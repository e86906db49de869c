package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one grant or of one custom connection, as requests to Xero's API need them. There are two implementations; with a
 * third one the JVM would no longer inline the calls of the interceptor. Thread-safe.
 */
interface TokenSource {

    /** The token, if nobody has to wait or to fetch another one. */
    @Nullable
    AccessToken fresh();

    /** A token that Xero should accept; waits for one where there is none. */
    AccessToken accessToken(Patience patience);

    /** The newest one that is known here, whether or not it can be handed out. */
    @Nullable
    HeldToken newest();

    /**
     * Another one from Xero after this one was refused; the same again if it is so young that Xero may not know it yet. Any
     * number of callers get the same one.
     *
     * @param saidExpired Xero called it expired, so it is not too young
     */
    AccessToken another(AccessToken refused, boolean saidExpired, Patience patience);

    /** What others have, without asking Xero for another; the refused one itself if there is nothing else. */
    AccessToken look(AccessToken refused, Patience patience);

    /** Waits for the flight in the air, if there is one: somebody else may be looking for the same. */
    void awaitLanding(Patience patience);

    /** What to do about a token that Xero's API has refused. */
    RefusedTokens refused();
}
