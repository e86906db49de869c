package dev.xeroauth.tests.model;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.testkit.Mood;
import dev.xeroauth.testkit.MoodRules;
import java.util.EnumSet;
import java.util.Set;

/**
 * One walk.
 *
 * @param mood how the server treats used tokens
 * @param consents what a second consent does there
 * @param rules those of the protocol that count
 * @param budget how much may happen
 * @param most how many worlds are walked at most
 */
record Exploration(Mood mood, Server.Consents consents, Set<Rule> rules, Budget budget, int most) {

    Explorer.Found run() {
        Universe universe = new Universe(new Server(MoodRules.of(mood), consents), rules, budget);
        return new Explorer(universe, world -> judge(universe, world), most).explore();
    }

    /** Faults after which nobody could keep the connection, whatever the client does. */
    static Set<Fault> unavoidable(Mood mood) {
        return switch (mood) {
            case NO_WINDOW -> EnumSet.of(Fault.CRASH, Fault.LOST_ANSWER, Fault.LATE);
            case NO_WINDOW_AND_FAMILY_REVOKED ->
                EnumSet.of(
                        Fault.CRASH,
                        Fault.LOST_ANSWER,
                        Fault.LATE,
                        Fault.PAUSE,
                        Fault.DUPLICATE,
                        Fault.REFUSAL,
                        Fault.STORE_FORGETS);
            default -> EnumSet.noneOf(Fault.class);
        };
    }

    private Explorer.Verdict judge(Universe universe, World world) {
        boolean disconnected = world.stored().status() == GrantStatus.DISCONNECTED;
        if (Universe.isMixed(world) || (disconnected && universe.isAlive(world))) {
            return Explorer.Verdict.VIOLATION;
        }
        if (universe.isAlive(world) && universe.recovers(world)) {
            return Explorer.Verdict.FINE;
        }
        return unavoidable(mood).stream().anyMatch(fault -> hasStruck(fault, world))
                ? Explorer.Verdict.UNAVOIDABLE
                : Explorer.Verdict.VIOLATION;
    }

    private boolean hasStruck(Fault fault, World world) {
        return world.left(fault) < budget.faults().getOrDefault(fault, 0);
    }
}
