package dev.xeroauth.tests.model;

import dev.xeroauth.internal.protocol.Action;
import dev.xeroauth.internal.protocol.Event;
import dev.xeroauth.internal.protocol.Flight;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.protocol.News;
import dev.xeroauth.internal.protocol.Step;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one process may do, and what may happen to it. */
final class ParticipantMoves {

    private final Universe universe;
    private final World world;
    private final int index;
    private final Participant is;
    private final List<Universe.Move> moves;
    private final String who;

    ParticipantMoves(Universe universe, World world, int index, List<Universe.Move> moves) {
        this.universe = universe;
        this.world = world;
        this.index = index;
        this.is = world.participants().get(index);
        this.moves = moves;
        this.who = String.valueOf((char) ('A' + index)) + " ";
    }

    void add() {
        if (is.isIdle()) {
            idle();
            return;
        }
        if (is.stopped()) {
            Event unheard = is.unheard();
            moves.add(
                    unheard == null
                            ? new Universe.Move(who + "goes on", world.with(index, is.goingOn()))
                            : universe.told(world, index, unheard, who + "goes on"));
        } else {
            if (world.left(Fault.PAUSE) > 0) {
                World spent = world.spending(Fault.PAUSE);
                moves.add(new Universe.Move(who + "stops", spent.with(index, is.stopped(null))));
            }
            act();
        }
        if (world.left(Fault.CRASH) > 0) {
            crash();
        }
    }

    private void idle() {
        Flight unsaved = is.unsaved();
        if (unsaved != null) {
            moves.add(new Universe.Move(
                    who + "goes on saving",
                    world.with(index, is.resumed(universe.decisions().resume(unsaved), world.now()))));
            return;
        }
        if (is.flightsLeft() > 0) {
            Step step = begin(Need.another(is.seen(), true));
            moves.add(new Universe.Move(who + "begins", world.with(index, is.begun(step, world.now()))));
        }
        if (world.left(Fault.INSISTENCE) > 0) {
            World spent = world.spending(Fault.INSISTENCE).with(index, is.resumed(begin(Need.RETRY), world.now()));
            moves.add(new Universe.Move(who + "begins because an operator insists", spent));
        }
        universe.mend(world, index, who + "looks again").ifPresent(moves::add);
    }

    private Step begin(Need need) {
        return universe.decisions().begin(need, Optional.empty(), is.memory(), Universe.moment(world));
    }

    private void act() {
        Action action = Objects.requireNonNull(is.action());
        if (action instanceof Action.Read) {
            Event found = new Event.Found(Optional.of(world.stored()));
            moves.add(universe.told(world, index, found, who + "reads"));
        } else if (action instanceof Action.ReadLater) {
            if (!universe.waits(world, index)) {
                Event found = new Event.Found(Optional.of(world.stored()));
                moves.add(universe.told(world, index, found, who + "reads again"));
            }
        } else if (action instanceof Action.Write write) {
            write(write);
        } else if (action instanceof Action.Present present) {
            present(present.refreshToken());
        }
    }

    private void write(Action.Write write) {
        boolean stands = write.expected().equals(world.stored().revision());
        OpenGrant grant = new OpenGrant(Universe.GRANT, write.revision(), write.status(), write.record());
        if (write.news().contains(News.WENT_BACK) && !universe.hasForgotten(world)) {
            throw new IllegalStateException("The store has lost nothing: " + Trace.of(write));
        }
        World after = stands ? world.storing(grant) : world;
        Event event = stands ? new Event.Written(grant) : new Event.Changed();
        moves.add(universe.told(
                after, index, event, who + "writes " + Trace.of(write) + (stands ? "" : ": it has changed")));
        if (stands && world.left(Fault.PAUSE) > 0) {
            World spent = after.spending(Fault.PAUSE).with(index, is.stopped(event));
            moves.add(new Universe.Move(who + "writes " + Trace.of(write) + " and stops", spent));
        }
        if (world.left(Fault.STORE_THROWS) > 0) {
            Event thrown = new Event.StoreFailed();
            World spent = world.spending(Fault.STORE_THROWS);
            moves.add(universe.told(spent, index, thrown, who + "writes " + Trace.of(write) + ": the store throws"));
            if (stands) {
                moves.add(universe.told(
                        spent.storing(grant),
                        index,
                        thrown,
                        who + "writes " + Trace.of(write) + ": the store writes and throws"));
            }
        }
    }

    private void present(String token) {
        String presents = who + "presents " + token;
        Server.Answer answer = universe.server().present(world.families(), token);
        World done = world.issuing(answer.families());
        Event answered = new Event.Answered(answer.outcome());
        Event unknown = new Event.Answered(new RefreshOutcome.Ambiguous("lost"));
        moves.add(universe.told(done, index, answered, presents + ": " + answer));
        fault(Fault.LOST_REQUEST, world, unknown, presents + ": the request is lost");
        fault(Fault.LOST_ANSWER, done, unknown, presents + ": " + answer + ", the answer is lost");
        World onItsWay = world.sending(token, leftToTravel());
        fault(Fault.LATE, onItsWay, unknown, presents + " and gives up; it is on its way");
        World twice = done.sending(token, leftToTravel());
        fault(Fault.DUPLICATE, twice, answered, presents + ", twice: " + answer);
        if (answer.issued().isPresent()) {
            Event refused = new Event.Answered(new RefreshOutcome.Refused("invalid_grant"));
            fault(Fault.REFUSAL, world, refused, presents + ": refused although it is good");
        }
    }

    private Duration leftToTravel() {
        return Duration.between(world.now(), Objects.requireNonNull(is.since()).plus(Universe.TRAVEL));
    }

    private void fault(Fault fault, World then, Event event, String label) {
        if (world.left(fault) > 0) {
            moves.add(universe.told(then.spending(fault), index, event, label));
        }
    }

    private void crash() {
        World spent = world.spending(Fault.CRASH).with(index, is.restarted());
        moves.add(new Universe.Move(who + "dies", spent));
        if (is.action() instanceof Action.Present present) {
            moves.add(new Universe.Move(
                    who + "dies with " + present.refreshToken() + " on its way",
                    spent.sending(present.refreshToken(), leftToTravel())));
        }
    }
}
