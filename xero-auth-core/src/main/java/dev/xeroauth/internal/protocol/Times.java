package dev.xeroauth.internal.protocol;

import java.time.Duration;

/** How long what takes, and why. */
final class Times {

    /** The whole conversation with the token endpoint. */
    static final Duration EXCHANGE = Duration.ofSeconds(10);
    /** 15 seconds until the presentation, 10 for the exchange, and time to save. Never extended. */
    static final Duration LEASE = Duration.ofSeconds(30);
    /** A presentation begins within this from before its lease was written [10]. */
    static final Duration LEASE_GOOD_FOR = Duration.ofSeconds(15);
    /** How long a request may travel, from the moment at which its presentation was still allowed [11]. */
    static final Duration TRAVEL = Duration.ofMinutes(2);
    /** Counted from the stamp in the record, which is up to {@link #LEASE_GOOD_FOR} before that moment. */
    static final Duration SPACING = TRAVEL.plus(LEASE_GOOD_FOR);
    /** How long Xero lets a used token be presented again. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    static final Duration CONFIRM_AT_THE_LATEST = WINDOW.minusMinutes(3);

    static final Duration CONFIRM_LEAST = SPACING;
    static final Duration CONFIRM_MOST = Duration.ofMinutes(20);
    /** Between the two looks at a ladder that was refused [6]. */
    static final Duration SECOND_LOOK = Duration.ofSeconds(30);
    /** Spares outlive a clean refresh by this [7]. */
    static final Duration SPARES_LIVE = Duration.ofHours(24);
    /**
     * A record that is missing is written anew while its tokens are younger than this: had the grant been ended, a tombstone
     * would stand for a day.
     */
    static final Duration MISSED = Duration.ofHours(12);
    /** How long a caller is worth waiting for. */
    static final Duration CALLER_WAITS = Duration.ofSeconds(20);
    /** The first look at a lease that another holds comes after this, the next ones later and later. */
    static final Duration FIRST_POLL = Duration.ofMillis(25);

    static final Duration SLOWEST_POLL = Duration.ofMillis(250);
    /** While an answer is outstanding, at least 25 attempts have to fit into Xero's 30 minutes. */
    static final Duration BACK_OFF_WHILE_OUTSTANDING = Duration.ofSeconds(60);

    static final Duration BACK_OFF = Duration.ofMinutes(5);
    static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);

    private Times() {}
}
