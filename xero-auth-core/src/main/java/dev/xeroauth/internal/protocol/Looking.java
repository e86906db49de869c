package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What to do with a record that was read, and whether a lease that was written may still be used. */
final class Looking {

    /** A store that loses whatever it was given back is not given it for ever. */
    private static final int MOST_MENDS = 3;

    private final Set<Rule> rules;
    private final Leases leases;
    private final Mends mends;

    Looking(Set<Rule> rules, Saves saves) {
        this.rules = rules;
        this.leases = new Leases(rules);
        this.mends = new Mends(saves, leases);
    }

    Step at(Flight flight, Optional<OpenGrant> found, Moment at, Draw draw) {
        Optional<Action.Write> mend = mends.of(flight.memory(), found, at, draw);
        if (mend.isPresent()) {
            return flight.trail().mends() < MOST_MENDS
                    ? flight.with(flight.trail().mended())
                            .at(new Stage.Mending(found))
                            .write(mend.get())
                    : unmended(flight, found, at);
        }
        return found.isPresent() ? at(flight, found.get(), at, draw) : flight.end(new Ending.Missing());
    }

    /** The store does not take back what it has lost. Nothing older is presented meanwhile. */
    static Step unmended(Flight flight, Optional<OpenGrant> found, Moment at) {
        return flight.end(found.filter(it -> it.status() != GrantStatus.ENDED)
                .filter(it -> flight.need().isMetBy(it, at.now()))
                .<Ending>map(Ending.Adopted::new)
                .orElseGet(Ending.StoreFailed::new));
    }

    private Step at(Flight looking, OpenGrant grant, Moment at, Draw draw) {
        GrantRecord record = grant.record();
        Flight flight = looking.needing(looking.need().having(record.access()));
        boolean ended = grant.status() == GrantStatus.ENDED;
        boolean mine = isMine(flight, record);
        Optional<Instant> taken = leases.takenUntil(flight.memory(), record, at);
        // Whoever knows by its own counter that a lease is over does not go by the clock of whoever wrote it.
        boolean left = flight.need().isUpkeep() && record.lease().isPresent() && taken.isEmpty();
        // A record is not due while it is leased, for whoever holds the lease the same.
        if (!ended && !mine && !left && flight.need().isMetBy(grant, at.now())) {
            return flight.end(new Ending.Adopted(grant));
        }
        boolean insists = flight.need().insists();
        if (ended) {
            return flight.end(new Ending.Missing());
        }
        if (grant.status() == GrantStatus.DISCONNECTED && !insists) {
            return flight.end(
                    new Ending.Disconnected(record.setback().lastError().orElse("refused")));
        }
        if (taken.isPresent() && !mine) {
            return await(flight, taken.get(), at, draw);
        }
        Optional<Instant> next = record.setback().nextAttempt();
        if (next.isPresent() && at.now().isBefore(next.get()) && !insists) {
            return flight.end(new Ending.NotNow(record.setback().lastError().orElse("it failed"), next.get()));
        }
        return climb(flight.knowing(flight.refusals().of(record)), grant, at, draw);
    }

    /** The lease that this flight took last; it goes on with it from rung to rung. */
    private static boolean isMine(Flight flight, GrantRecord record) {
        Optional<String> lease = flight.trail().lease();
        return lease.isPresent() && record.isLeasedBy(lease.get());
    }

    /** Another process is at it [2]: who waits too long does not refresh on its own. */
    private static Step await(Flight flight, Instant until, Moment at, Draw draw) {
        if (at.since(flight.beganNanos()).compareTo(Times.CALLER_WAITS) > 0) {
            return flight.end(new Ending.NotNow("another process is refreshing it", until));
        }
        double grown = (double) Times.FIRST_POLL.toMillis()
                * Math.pow(1.6, Math.min(flight.trail().polls(), 20));
        double capped = Math.min(grown, (double) Times.SLOWEST_POLL.toMillis());
        Duration pause = Duration.ofMillis((long) (capped * (0.75 + draw.share() / 2)));
        return new Step(flight.with(flight.trail().polled()), new Action.ReadLater(pause));
    }

    private Step climb(Flight flight, OpenGrant grant, Moment at, Draw draw) {
        GrantRecord record = grant.record();
        Ladder ladder = Ladder.of(record, rules);
        Ladder tried = rules.contains(Rule.TIME_IS_NO_PERMISSION) ? ladder : ladder.withinTheirWindows(at.now());
        Optional<RefreshCandidate> rung = tried.next(flight.refusals());
        if (rung.isEmpty()) {
            return judge(flight, grant, at, draw);
        }
        boolean clean = flight.need().canWait()
                && grant.status() == GrantStatus.CONNECTED
                && flight.refusals().isEmpty()
                && record.current().equals(rung.get());
        Optional<Instant> wait = clean && rules.contains(Rule.TRAVELLING_REQUESTS)
                ? Ladder.waitsUntil(record, at.now())
                : Optional.empty();
        if (wait.isPresent()) {
            return flight.end(new Ending.TooSoon(grant, wait.get()));
        }
        if (flight.rejection().isPresent()) {
            Rejection why = flight.rejection().get();
            return flight.end(new Ending.AppRejected(why.error(), why.next()));
        }
        return lease(flight, grant, Turn.of(rung.get(), record, draw.nonce(), at), at, draw);
    }

    private static Step lease(Flight flight, OpenGrant grant, Turn turn, Moment at, Draw draw) {
        GrantRecord leased = Presentations.begun(grant.record(), turn, at.now());
        // Of a disconnected grant nobody would follow up what is presented here.
        GrantStatus status = grant.status() == GrantStatus.DISCONNECTED ? GrantStatus.SUSPECT : grant.status();
        return flight.at(new Stage.Leasing(turn)).write(Action.Write.over(grant, status, leased, draw));
    }

    /** The lease stands: the token is presented now, or the lease taken anew [10]. */
    Step leased(Flight flight, Turn turn, OpenGrant grant, Moment at, Draw draw) {
        Flight mine = flight.holding(turn.nonce());
        if (rules.contains(Rule.LEASE_GOOD_FOR) && isTooLate(turn, at)) {
            OpenGrant before = new OpenGrant(
                    grant.id(), grant.revision(), grant.status(), Presentations.undone(grant.record(), turn));
            return lease(mine, before, Turn.of(turn.before(), before.record(), draw.nonce(), at), at, draw);
        }
        return new Step(
                mine.at(new Stage.Asking(turn, grant, at)),
                new Action.Present(turn.presented().token(), Times.EXCHANGE));
    }

    /** By the counter; and by the clock, because on some hosts the counter stands still while they sleep. */
    private static boolean isTooLate(Turn turn, Moment at) {
        return at.since(turn.beganNanos()).compareTo(Times.LEASE_GOOD_FOR) > 0
                || Duration.between(turn.at(), at.now()).compareTo(Times.LEASE_GOOD_FOR) > 0;
    }

    /** Every token was refused [6]. Who insisted before it was time for the second look has not had that look. */
    private Step judge(Flight flight, OpenGrant grant, Moment at, Draw draw) {
        Setback setback = grant.record().setback();
        boolean once = setback.refusedLadders() > 0;
        Instant began = at.now().minus(at.since(flight.beganNanos()));
        if (once
                && setback.nextAttempt().filter(began::isBefore).isPresent()
                && flight.need().insists()) {
            GrantRecord refused = Presentations.refusedTooEarly(
                    grant.record(), flight.refusals().reason());
            return flight.at(new Stage.Judging(GrantStatus.SUSPECT))
                    .write(Action.Write.over(grant, GrantStatus.SUSPECT, refused, draw));
        }
        boolean believed = once || !rules.contains(Rule.SECOND_LOOK);
        return judged(flight, grant, believed ? GrantStatus.DISCONNECTED : GrantStatus.SUSPECT, at, draw);
    }

    static Step judged(Flight flight, OpenGrant grant, GrantStatus verdict, Moment at, Draw draw) {
        Optional<Instant> second =
                verdict == GrantStatus.SUSPECT ? Optional.of(at.now().plus(Times.SECOND_LOOK)) : Optional.empty();
        GrantRecord refused =
                Presentations.refused(grant.record(), flight.refusals().reason(), second);
        return flight.at(new Stage.Judging(verdict)).write(Action.Write.over(grant, verdict, refused, draw));
    }
}
