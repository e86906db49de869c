package dev.xeroauth.testkit.internal.rotation;

/**
 * How refresh tokens follow each other.
 *
 * @param replay what a second presentation gives
 * @param windowEndsWithSuccessor whether using a token's successor ends the time in which the token itself may be
 *     presented again
 */
public record Rules(Replay replay, boolean windowEndsWithSuccessor) {

    /** What a second presentation gives. */
    public enum Replay {
        /** The pair that the first one gave. */
        SAME_PAIR,
        /** Another pair, and all pairs are good. */
        FRESH_PAIR,
        /** Another pair, and the pairs that earlier presentations of this token gave are no longer good. */
        NEWEST_ONLY,
        /** Another pair, and neither those pairs nor anything that came of them is good. */
        NEWEST_KILLS_DESCENDANTS,
        /** Nothing: a token is good once. */
        REFUSED,
        /** Nothing, and everything that came of the same consent is revoked. */
        FAMILY_REVOKED
    }
}
