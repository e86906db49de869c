package dev.xeroauth.tests.simulation;

import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;

/** Processes that stand still. */
final class Pauses {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration LONGEST_BEFORE_ITS_END = Duration.ofMinutes(25);
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private Pauses() {}

    /**
     * Stops after what it is doing; one that sleeps has a counter that stands still as well. The only process does not stop for
     * long: if nobody is there for 30 minutes, no rule helps.
     *
     * @return how long it stands still; a task that lies in that time has to spend it
     */
    static Duration pause(Scheduler scheduler, Trouble trouble, Host host, Kind kind) {
        boolean sleeps = kind == Kind.SLEEP && !host.isAlone();
        Duration howLong = scheduler.between(SHORTEST, sleeps ? LONGEST_SLEEP : LONGEST);
        host.stop(howLong, kind == Kind.SLEEP);
        trouble.lasts(howLong);
        return howLong;
    }

    /** Longer than others need to refresh twice, and not as long as Xero's window. */
    static Duration beforeItsEnd(Scheduler scheduler, Trouble trouble, Host host) {
        Duration howLong = scheduler.between(LONGEST, LONGEST_BEFORE_ITS_END);
        host.stop(howLong, false);
        host.doom();
        trouble.lasts(howLong.plusSeconds(2));
        return howLong;
    }
}
