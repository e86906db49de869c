package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantEdit;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The records after a presentation that gave tokens [7, 11]. Here and wherever a first refresh comes by, loops and conditions
 * stand in place of lambdas: each lambda has the JVM make a class, which a short-lived process waits for.
 */
final class Saves {

    static final int MOST_SPARES = 16;

    private final Set<Rule> rules;

    Saves(Set<Rule> rules) {
        this.rules = rules;
    }

    /** The new token is current, and whatever was not refused is kept. */
    GrantRecord saved(GrantRecord record, Turn turn, Issue issue, Refusals refusals, Moment at, Draw draw) {
        RefreshCandidate presented = turn.presented();
        List<RefreshCandidate> passedOver = passedOver(record, turn, refusals);
        boolean clean = record.current().is(presented.token())
                && presented.presentations() <= 1
                // Another may have written down meanwhile that it has presented it too.
                && record.current().presentations() <= 1
                && refusals.isEmpty()
                && passedOver.isEmpty()
                && nothingArrivedSince(record, turn);
        Optional<Instant> confirm = clean || !rules.contains(Rule.CONFIRM)
                ? Optional.empty()
                : Optional.of(confirmAt(firstPresented(presented, passedOver, at), at, draw));
        boolean rotated = issue.refreshToken().isPresent()
                && !presented.is(issue.refreshToken().get());
        RefreshCandidate next =
                rotated ? successor(record, presented, issue.refreshToken().get()) : presented.kept();
        GrantEdit edit = record.edit()
                .access(issue.access().refreshedBy(confirm))
                .current(next)
                .released(Setback.NONE)
                .confirmAt(confirm);
        List<RefreshCandidate> spares = new ArrayList<>(passedOver);
        spares.addAll(survivors(record, presented, refusals));
        spares.removeIf(spare -> spare.is(next.token()));
        keep(edit, record, spares, clean, at);
        return (next.is(presented.token()) ? edit : edit.previous(presented)).done();
    }

    /** The earliest of those about which there is doubt: none of their windows may end before it is gone. */
    private static Instant firstPresented(RefreshCandidate presented, List<RefreshCandidate> passedOver, Moment at) {
        Optional<Instant> first = presented.firstPresentedAt();
        for (RefreshCandidate candidate : passedOver) {
            Optional<Instant> other = candidate.firstPresentedAt();
            if (other.isPresent() && (first.isEmpty() || other.get().isBefore(first.get()))) {
                first = other;
            }
        }
        return first.orElse(at.now());
    }

    /** A day after the first refresh that left no doubt, spares are dropped. */
    private void keep(GrantEdit edit, GrantRecord record, List<RefreshCandidate> spares, boolean clean, Moment at) {
        Optional<Instant> since = clean ? Optional.of(record.cleanSince().orElse(at.now())) : Optional.empty();
        boolean aDay = rules.contains(Rule.SPARES_LIVE_A_DAY);
        boolean outlived =
                since.isPresent() && (!aDay || at.now().isAfter(since.get().plus(Times.SPARES_LIVE)));
        List<RefreshCandidate> kept = outlived ? List.of() : newest(spares);
        edit.spares(kept).cleanSince(kept.isEmpty() ? Optional.empty() : since);
    }

    /** Spares arrive: a grant that was given up for lost gets its two looks anew [6]. */
    Action.Write spared(OpenGrant grant, GrantEdit edit, Moment at, Draw draw) {
        if (grant.status() == GrantStatus.CONNECTED) {
            return Action.Write.over(grant, GrantStatus.CONNECTED, edit.done(), draw);
        }
        GrantRecord next = edit.setback(grant.record().setback().laddersBeginAnew(at.now()))
                .done();
        return Action.Write.over(grant, GrantStatus.SUSPECT, next, draw);
    }

    /**
     * What was obtained after the lease was lost waits as a spare [5], and so does what the store has forgotten: it may be
     * the only token that Xero still accepts.
     */
    GrantEdit withSpares(
            GrantRecord record, List<RefreshCandidate> newest, Instant parentPresentedAt, Moment at, Draw draw) {
        List<RefreshCandidate> spares = new ArrayList<>(newest);
        spares.addAll(record.spares());
        GrantEdit edit = record.edit().spares(newest(spares)).cleanSince(Optional.empty());
        if (!rules.contains(Rule.CONFIRM)) {
            return edit;
        }
        Instant confirm = confirmAt(parentPresentedAt, at, draw);
        Optional<Instant> before = record.confirmAt();
        return edit.confirmAt(before.isPresent() && confirm.isAfter(before.get()) ? before : Optional.of(confirm));
    }

    private static List<RefreshCandidate> newest(List<RefreshCandidate> spares) {
        return spares.subList(0, Math.min(spares.size(), MOST_SPARES));
    }

    /** Xero may have given a token that is known already. */
    private static RefreshCandidate successor(GrantRecord record, RefreshCandidate presented, String token) {
        Optional<RefreshCandidate> known = record.candidate(token);
        return known.isPresent() ? known.get() : presented.successor(token);
    }

    /** Current, if another was presented; and a token of which a request may still be travelling. */
    private List<RefreshCandidate> passedOver(GrantRecord record, Turn turn, Refusals refusals) {
        List<RefreshCandidate> kept = new ArrayList<>();
        RefreshCandidate presented = turn.presented();
        RefreshCandidate current = record.current();
        if (!current.is(presented.token()) && !refusals.contain(current)) {
            kept.add(current);
        }
        if (rules.contains(Rule.TRAVELLING_REQUESTS) && record.previous().isPresent()) {
            RefreshCandidate previous = record.previous().get();
            if (!previous.is(presented.token()) && !refusals.contain(previous) && mayBeTravelling(previous, turn)) {
                kept.add(previous);
            }
        }
        return kept;
    }

    private static boolean mayBeTravelling(RefreshCandidate candidate, Turn turn) {
        Optional<Instant> last = candidate.lastPresentedAt();
        return last.isPresent() && turn.at().isBefore(last.get().plus(Times.SPACING));
    }

    private static List<RefreshCandidate> survivors(GrantRecord record, RefreshCandidate presented, Refusals refusals) {
        List<RefreshCandidate> survivors = new ArrayList<>();
        for (RefreshCandidate spare : record.spares()) {
            if (!spare.is(presented.token()) && !refusals.contain(spare)) {
                survivors.add(spare);
            }
        }
        return survivors;
    }

    private static boolean nothingArrivedSince(GrantRecord record, Turn turn) {
        for (RefreshCandidate spare : record.spares()) {
            if (!turn.spares().contains(spare.fingerprint())) {
                return false;
            }
        }
        return true;
    }

    /** Late enough for what is still travelling to arrive, early enough for the parent to work. */
    private static Instant confirmAt(Instant parentPresentedAt, Moment at, Draw draw) {
        Instant drawn = at.now().plus(draw.between(Times.CONFIRM_LEAST, Times.CONFIRM_MOST));
        Instant latest = parentPresentedAt.plus(Times.CONFIRM_AT_THE_LATEST);
        return drawn.isBefore(latest) ? drawn : latest;
    }
}
