package dev.xeroauth.internal.protocol;

import java.util.EnumSet;
import java.util.Set;

/** What can be left out to show what it is for. Production leaves out nothing. */
public enum Rule {
    /** The token whose presentation succeeded last is the last rung of the ladder. */
    PREVIOUS_TOKEN,
    /** Tokens that could not be saved as current are kept as spares. */
    SPARES,
    /** What was asked under an earlier consent is dropped. */
    GENERATION,
    /** A lease is told by its nonce. */
    NONCE,
    /** After an exception of the store the flight writes again and looks for what it wrote. */
    LOOK_FOR_WHAT_I_WROTE,
    /** A ladder that was refused is climbed once more before it is believed. */
    SECOND_LOOK,
    /** A request may travel for two minutes: a save keeps its token, and nobody presents that token's successor meanwhile. */
    TRAVELLING_REQUESTS,
    /** A token is presented within 15 seconds from before its lease was written. */
    LEASE_GOOD_FOR,
    /** A verdict that meets a changed record is decided anew. */
    VERDICTS_ANEW,
    /** A save that leaves doubt about the current token is confirmed. */
    CONFIRM,
    /** Spares are kept for a day of saves that leave no doubt, and not dropped by the first. */
    SPARES_LIVE_A_DAY,
    /** A token is tried although a clock says that its window is over. */
    TIME_IS_NO_PERMISSION,
    /** A lease ends by a clock that all share, or by this process's own counter. */
    SHARED_CLOCK_OR_OWN_COUNTER;

    /** All of them. */
    public static Set<Rule> all() {
        return EnumSet.allOf(Rule.class);
    }

    /** All but one. */
    public static Set<Rule> without(Rule rule) {
        return EnumSet.complementOf(EnumSet.of(rule));
    }
}
