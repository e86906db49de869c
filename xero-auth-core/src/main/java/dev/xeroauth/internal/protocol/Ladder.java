package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens that Xero may accept, in the order in which every refresh tries them [6].
 *
 * @param rungs spares whose parent is the current token, current, other spares, previous
 */
record Ladder(List<RefreshCandidate> rungs) {

    static Ladder of(GrantRecord record, Set<Rule> rules) {
        RefreshCandidate current = record.current();
        Optional<String> parent = Optional.of(current.fingerprint());
        List<RefreshCandidate> rungs = new ArrayList<>();
        List<RefreshCandidate> otherSpares = new ArrayList<>();
        for (RefreshCandidate spare : record.spares()) {
            (spare.parent().equals(parent) ? rungs : otherSpares).add(spare);
        }
        rungs.add(current);
        rungs.addAll(otherSpares);
        if (rules.contains(Rule.PREVIOUS_TOKEN) && record.previous().isPresent()) {
            rungs.add(record.previous().get());
        }
        return new Ladder(rungs);
    }

    /** Without those that Xero should not accept any more by the clock. */
    Ladder withinTheirWindows(Instant now) {
        return new Ladder(rungs.stream()
                .filter(rung -> rung.firstPresentedAt()
                        .map(first -> now.isBefore(first.plus(Times.WINDOW)))
                        .orElse(true))
                .toList());
    }

    /** The next rung; empty: all are refused. */
    Optional<RefreshCandidate> next(Refusals refusals) {
        for (RefreshCandidate rung : rungs) {
            if (!refusals.contain(rung)) {
                return Optional.of(rung);
            }
        }
        return Optional.empty();
    }

    /**
     * Until when the current token has to wait, because a request for its parent, answered or not, may still be travelling and would make it
     * worthless [11].
     */
    static Optional<Instant> waitsUntil(GrantRecord record, Instant now) {
        Optional<String> parent = record.current().parent();
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        List<RefreshCandidate> others = new ArrayList<>();
        if (record.previous().isPresent()) {
            others.add(record.previous().get());
        }
        others.addAll(record.spares());
        for (RefreshCandidate candidate : others) {
            if (candidate.fingerprint().equals(parent.get())
                    && candidate.lastPresentedAt().isPresent()) {
                Instant over = candidate.lastPresentedAt().get().plus(Times.SPACING);
                if (now.isBefore(over)) {
                    return Optional.of(over);
                }
            }
        }
        return Optional.empty();
    }
}
