package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.OpenGrant;
import java.time.Instant;
import java.util.Optional;

/** What a flight is about. */
sealed interface Stage {

    /** To find out what there is to do. */
    record Looking() implements Stage {}

    /** To write down that a token is about to be presented [1]. */
    record Leasing(Turn turn) implements Stage {}

    /**
     * To present it.
     *
     * @param turn the presentation
     * @param leased the record under which it is made
     * @param asked when it was allowed
     */
    record Asking(Turn turn, OpenGrant leased, Moment asked) implements Stage {}

    /**
     * To save what Xero issued [4, 5].
     *
     * @param turn the presentation
     * @param issue what it gave
     * @param leased the record under which it was made, should the store have lost it altogether
     */
    record Saving(Turn turn, Issue issue, OpenGrant leased) implements Stage {}

    /**
     * To give the lease back after a presentation without tokens.
     *
     * @param turn the presentation
     * @param mayBeUsed false: Xero certainly has not used the token up, and the presentation is undone
     * @param error what went wrong
     * @param next before this nobody asks again; empty: it says nothing about the grant
     * @param ending what follows
     */
    record Releasing(Turn turn, boolean mayBeUsed, String error, Optional<Instant> next, Ending ending)
            implements Stage {}

    /**
     * To give the store back what it has lost.
     *
     * @param found what it has; empty: nothing
     */
    record Mending(Optional<OpenGrant> found) implements Stage {}

    /** To write down that every token was refused [6]. */
    record Judging(GrantStatus verdict) implements Stage {}
}
