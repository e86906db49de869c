package dev.xeroauth.testkit.internal.rotation;

/**
 * One way in which Xero may treat a refresh token that was used before, which its documentation leaves open.
 *
 * @param replay what a second presentation gives
 * @param windowEndsWithSuccessor whether using a token's successor ends the time in which the token itself may be
 *     presented again
 */
public record Mood(Replay replay, boolean windowEndsWithSuccessor) {

    /** The friendliest reading of Xero's words: the same pair comes back, for 30 minutes, whatever happens meanwhile. */
    public static final Mood SAME_PAIR = new Mood(Replay.SAME_PAIR, false);

    /** What a second presentation gives. */
    public enum Replay {
        /** The pair that the first one gave. */
        SAME_PAIR,
        /** Another pair, and all pairs are good. */
        FRESH_PAIR,
        /** Another pair, and the pairs that earlier presentations of this token gave are no longer good. */
        FRESH_PAIR_NEWEST_ONLY,
        /** Another pair, and neither those pairs nor anything that came of them is good. */
        FRESH_PAIR_KILLS_DESCENDANTS,
        /** Nothing: a token is good once. */
        REFUSED,
        /** Nothing, and everything that came of the same consent is revoked. */
        REFUSED_AND_FAMILY_REVOKED
    }
}
