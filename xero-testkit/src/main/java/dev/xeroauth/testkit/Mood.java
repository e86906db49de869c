package dev.xeroauth.testkit;

import dev.xeroauth.testkit.internal.rotation.Rules;
import dev.xeroauth.testkit.internal.rotation.Rules.Replay;

/**
 * One way in which Xero may treat a refresh token that was used before. Its documentation promises 30 minutes in which it may
 * be presented again, and leaves open what comes of that. A library that loses no connection has to bear all of them.
 */
public enum Mood {
    /** The pair comes back that the first presentation gave, for 30 minutes. */
    SAME_PAIR(Replay.SAME_PAIR, false),
    /** The same, until the successor is used. */
    SAME_PAIR_UNTIL_SUCCESSOR_USED(Replay.SAME_PAIR, true),
    /** Another pair comes, for 30 minutes, and every pair is good. */
    FRESH_PAIR(Replay.FRESH_PAIR, false),
    /** The same, until a successor is used. */
    FRESH_PAIR_UNTIL_SUCCESSOR_USED(Replay.FRESH_PAIR, true),
    /** Another pair comes, and the pairs that earlier presentations of this token gave are dead. */
    NEWEST_ONLY(Replay.NEWEST_ONLY, false),
    /** Another pair comes, and those pairs and everything that came of them are dead. */
    NEWEST_KILLS_DESCENDANTS(Replay.NEWEST_KILLS_DESCENDANTS, false),
    /** A token is good once. */
    NO_WINDOW(Replay.REFUSED, false),
    /** A token is good once, and a second presentation ends everything that came of the same consent. */
    NO_WINDOW_AND_FAMILY_REVOKED(Replay.FAMILY_REVOKED, false);

    private final Replay replay;
    private final boolean windowEndsWithSuccessor;

    Mood(Replay replay, boolean windowEndsWithSuccessor) {
        this.replay = replay;
        this.windowEndsWithSuccessor = windowEndsWithSuccessor;
    }

    Rules rules() {
        return new Rules(replay, windowEndsWithSuccessor);
    }
}
