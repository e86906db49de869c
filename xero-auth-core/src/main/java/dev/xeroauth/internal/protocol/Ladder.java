package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        record.spares().stream().filter(spare -> spare.parent().equals(parent)).forEach(rungs::add);
        rungs.add(current);
        record.spares().stream().filter(spare -> !spare.parent().equals(parent)).forEach(rungs::add);
        if (rules.contains(Rule.PREVIOUS_TOKEN)) {
            record.previous().ifPresent(rungs::add);
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
        return rungs.stream().filter(rung -> !refusals.contain(rung)).findFirst();
    }

    /**
     * Until when the current token has to wait, because a request for its parent, answered or not, may still be travelling and would make it
     * worthless [11].
     */
    static Optional<Instant> waitsUntil(GrantRecord record, Instant now) {
        return record.current()
                .parent()
                .flatMap(parent -> Stream.concat(record.previous().stream(), record.spares().stream())
                        .filter(candidate -> candidate.fingerprint().equals(parent))
                        .flatMap(candidate -> candidate.lastPresentedAt().stream())
                        .map(presented -> presented.plus(Times.SPACING))
                        .filter(now::isBefore)
                        .findFirst());
    }
}
