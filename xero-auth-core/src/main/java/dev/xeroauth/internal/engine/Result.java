package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.record.OpenGrant;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** How a flight ended, for everybody who waited for it. */
sealed interface Result {

    /**
     * For a caller.
     *
     * @throws XeroException why there is none
     */
    AccessToken accessToken();

    /** Whether somebody with this need can do with it, though it was brought for another. */
    boolean isOfUse(Need need, long nanos);

    /** With a token. */
    sealed interface Brought extends Result {

        HeldToken token();

        @Override
        default AccessToken accessToken() {
            return token().handOut();
        }

        @Override
        default boolean isOfUse(Need need, long nanos) {
            return token().isUsable(nanos) && !token().is(need.refusedToken());
        }
    }

    /**
     * There is a token.
     *
     * @param token it
     * @param grant the record that it stands in
     */
    record Landed(HeldToken token, OpenGrant grant) implements Brought {}

    /**
     * Xero issued a token, and there is nothing to store.
     *
     * @param token it
     */
    record Fetched(HeldToken token) implements Brought {}

    /**
     * Xero issued tokens, and the store did not take them.
     *
     * @param token usable all the same
     * @param tokens to be saved as soon as the store is back
     */
    record NotSaved(HeldToken token, PendingSave tokens) implements Brought {}

    /**
     * There is none.
     *
     * @param problem makes an exception for each caller, with the stack of that caller
     * @param until as long as this, asking again gives the same; empty: ask at once
     * @param forEverybody false: only for whoever can wait for requests that may be travelling
     */
    record Failed(Supplier<XeroException> problem, Optional<Instant> until, boolean forEverybody) implements Result {

        Failed(Supplier<XeroException> problem, Optional<Instant> until) {
            this(problem, until, true);
        }

        /** Whether it changes by another consent alone: there is no such grant, or Xero refuses all of its tokens. */
        boolean isForGood() {
            return until.isEmpty() || until.get().equals(Instant.MAX);
        }

        Failed forThoseWhoCanWait() {
            return new Failed(problem, until, false);
        }

        @Override
        public AccessToken accessToken() {
            throw problem.get();
        }

        @Override
        public boolean isOfUse(Need need, long nanos) {
            return forEverybody || need.canWait();
        }
    }
}
