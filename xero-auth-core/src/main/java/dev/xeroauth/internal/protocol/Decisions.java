package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a flight does next. It reads the record; takes what it holds, if that will do; else writes down that it is about to
 * present a token, and under which lease; presents it; and saves what comes of it. Without state; thread-safe.
 */
public final class Decisions {

    private static final int WRITES_AGAIN = 2;

    private final Set<Rule> rules;
    private final Looking looking;
    private final Answers answers;
    private final Conflicts conflicts;

    /** @param rules those that count; production gives {@link Rule#all} */
    public Decisions(Set<Rule> rules) {
        this.rules = Set.copyOf(rules);
        Saves saves = new Saves(this.rules);
        this.looking = new Looking(this.rules, saves);
        this.answers = new Answers(saves);
        this.conflicts = new Conflicts(this.rules, saves);
    }

    /**
     * A flight begins.
     *
     * @param rejection why it must not ask Xero, if so: it may still find what it needs in the store
     * @param memory as this process's last flight of the grant left it
     */
    public Step begin(Need need, Optional<Rejection> rejection, Memory memory, Moment at) {
        return Flight.begun(need, rejection, memory, at).read();
    }

    /** The tokens that a refresh would try, the likeliest first [6]. */
    public List<RefreshCandidate> candidates(GrantRecord record) {
        return Ladder.of(record, rules).rungs();
    }

    /** A flight whose tokens could not be saved goes on [13]. */
    public Step resume(Flight unsaved) {
        return unsaved.at(unsaved.stage()).read();
    }

    /**
     * Something happened.
     *
     * @param flight as the last step left it
     * @param event the answer to the action of that step
     * @param at when
     * @param draw chance for this step alone
     */
    public Step on(Flight flight, Event event, Moment at, Draw draw) {
        if (event instanceof Event.Found found) {
            return found(knowing(flight, found.grant(), at), found, at, draw);
        }
        if (event instanceof Event.Written written) {
            return written(knowing(flight, Optional.of(written.grant()), at), written.grant(), at, draw);
        }
        if (event instanceof Event.Answered answered && flight.stage() instanceof Stage.Asking asking) {
            return answers.to(flight, asking, answered.outcome(), at, draw);
        }
        if (event instanceof Event.Delayed && flight.stage() instanceof Stage.Asking asking) {
            return looking.leased(flight, asking.turn(), asking.leased(), at, draw);
        }
        if (event instanceof Event.Changed) {
            return changed(flight);
        }
        if (event instanceof Event.StoreFailed failed) {
            return storeFailed(flight, failed, at);
        }
        throw new IllegalStateException(event.getClass().getSimpleName() + " does not answer " + flight.stage());
    }

    private static Flight knowing(Flight flight, Optional<OpenGrant> standing, Moment at) {
        return standing.isPresent() ? flight.remembering(flight.memory().with(standing.get(), at)) : flight;
    }

    private Step found(Flight flight, Event.Found found, Moment at, Draw draw) {
        if (flight.stage() instanceof Stage.Saving saving) {
            return conflicts.saving(flight, saving, found.grant(), at, draw);
        }
        if (flight.stage() instanceof Stage.Releasing releasing) {
            return conflicts.releasing(flight, releasing, found.grant(), at, draw);
        }
        if (flight.stage() instanceof Stage.Leasing leasing) {
            // The store did not tell whether the lease was written: its nonce does.
            Turn turn = leasing.turn();
            Optional<OpenGrant> mine = found.grant()
                    .filter(it -> it.status() != GrantStatus.ENDED)
                    .filter(it -> it.record().isLeasedBy(turn.nonce()));
            if (mine.isPresent()) {
                return looking.leased(flight, turn, mine.get(), at, draw);
            }
        }
        if (flight.stage() instanceof Stage.Judging judging
                && found.grant().isPresent()
                && !rules.contains(Rule.VERDICTS_ANEW)) {
            return Looking.judged(flight, found.grant().get(), judging.verdict(), at, draw);
        }
        return looking.at(flight.looking(), found.grant(), at, draw);
    }

    private Step written(Flight flight, OpenGrant grant, Moment at, Draw draw) {
        if (flight.stage() instanceof Stage.Leasing leasing) {
            return looking.leased(flight, leasing.turn(), grant, at, draw);
        }
        if (flight.stage() instanceof Stage.Mending) {
            return looking.at(flight.looking(), Optional.of(grant), at, draw);
        }
        if (flight.stage() instanceof Stage.Saving saving) {
            return flight.end(Ending.Obtained.of(grant, saving.issue()));
        }
        if (flight.stage() instanceof Stage.Releasing releasing) {
            return flight.end(releasing.ending());
        }
        String reason = flight.refusals().reason();
        return flight.end(
                grant.status() == GrantStatus.DISCONNECTED
                        ? new Ending.Disconnected(reason)
                        : new Ending.NotNow(
                                reason, grant.record().setback().nextAttempt().orElse(at.now())));
    }

    /** The record changed: what was about to be written is decided anew. */
    private Step changed(Flight flight) {
        return flight.at(flight.stage()).read();
    }

    /** A write may stand or not: the same is written again, and where that is refused, looked for [4]. */
    private Step storeFailed(Flight flight, Event.StoreFailed failed, Moment at) {
        boolean looksFor = rules.contains(Rule.LOOK_FOR_WHAT_I_WROTE);
        boolean again = !failed.hangs() && flight.storeFailures() < WRITES_AGAIN;
        if (looksFor && again && flight.writing().isPresent()) {
            return new Step(flight.failedOnceMore(), flight.writing().get());
        }
        if (looksFor && flight.stage() instanceof Stage.Saving saving) {
            return flight.end(new Ending.Unsaved(saving.issue().access(), flight));
        }
        if (flight.stage() instanceof Stage.Mending mending) {
            return Looking.unmended(flight, mending.found(), at);
        }
        return flight.end(
                flight.stage() instanceof Stage.Releasing releasing ? releasing.ending() : new Ending.StoreFailed());
    }
}
