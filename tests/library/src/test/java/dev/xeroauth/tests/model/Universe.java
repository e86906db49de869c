package dev.xeroauth.tests.model;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.protocol.Action;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Draw;
import dev.xeroauth.internal.protocol.Ending;
import dev.xeroauth.internal.protocol.Event;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.internal.protocol.Step;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may happen next in a world: the production decisions, a server in one mood, and the faults that are left. */
final class Universe {

    static final String NONCE = "~";

    static final GrantId GRANT = GrantId.of("grant");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    /** How long a request may travel from the moment at which its presentation was allowed. */
    private static final int MOST_STEPS = 200;

    static final Duration TRAVEL = Duration.ofMinutes(2);
    /** A process that stands still for this long has missed the moment for a presentation. */
    private static final Duration TOO_LATE = Duration.ofSeconds(16);

    private final Server server;
    private final Decisions decisions;
    private final Budget budget;

    /** @param label what happens, for a reader */
    record Move(String label, World next) {}

    Universe(Server server, Set<Rule> rules, Budget budget) {
        this.server = server;
        this.decisions = new Decisions(rules);
        this.budget = budget;
    }

    World beginning() {
        Server.Answer first = server.begin();
        GrantRecord record = consented(first.issued().orElseThrow());
        OpenGrant stored = new OpenGrant(GRANT, revision(0), GrantStatus.CONNECTED, record);
        String seen = record.access().token();
        List<Participant> all = IntStream.range(0, budget.processes())
                .mapToObj(index -> Participant.idle(budget.flightsOf(index), seen))
                .toList();
        return new World(World.BEGINNING, 1, first.families(), stored, null, all, List.of(), budget.faults());
    }

    /** The generation is called after the token that the consent gave. */
    private static GrantRecord consented(String token) {
        Reach nowhere = new Reach(Optional.empty(), Set.of(), Optional.empty());
        IssuedAccess access = new IssuedAccess(
                Server.access(token), World.BEGINNING, HALF_HOUR, World.BEGINNING.plus(HALF_HOUR.dividedBy(2)));
        return GrantRecord.consented(token, access, token, nowhere);
    }

    /** Everything that may happen. */
    List<Move> moves(World world) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < world.participants().size(); i++) {
            new ParticipantMoves(this, world, i, moves).add();
        }
        for (World.Request request : Set.copyOf(world.travelling())) {
            World arrived = world.without(request)
                    .issuing(server.present(world.families(), request.token()).families());
            moves.add(new Move("a late request with " + request.token() + " arrives", arrived));
            moves.add(new Move("a late request with " + request.token() + " is lost", world.without(request)));
        }
        store(world, moves);
        time(world, moves);
        return moves;
    }

    private void store(World world, List<Move> moves) {
        if (world.left(Fault.STORE_FORGETS) > 0 && world.before() != null) {
            moves.add(new Move(
                    "the store loses its last write",
                    world.spending(Fault.STORE_FORGETS).forgetting(world.before())));
        }
        if (world.left(Fault.OTHER_WRITE) > 0) {
            OpenGrant was = world.stored();
            World next = world.spending(Fault.OTHER_WRITE).named();
            moves.add(new Move(
                    "somebody writes something else",
                    next.storing(new OpenGrant(
                            GRANT,
                            revision(world.names()),
                            was.status(),
                            was.record().edit().done()))));
        }
        if (world.left(Fault.CONSENT) > 0) {
            moves.add(new Move(
                    "the user consents again",
                    consent(world.spending(Fault.CONSENT).named())));
        }
    }

    private World consent(World world) {
        Server.Answer answer = server.consent(world.families());
        String token = answer.issued().orElseThrow();
        GrantRecord record = consented(token).following(world.stored().record());
        return world.issuing(answer.families())
                .storing(new OpenGrant(GRANT, revision(world.names() - 1), GrantStatus.CONNECTED, record));
    }

    /** Time passes only while everybody waits, stands still or has nothing to do, and to the next moment that matters. */
    private void time(World world, List<Move> moves) {
        for (int i = 0; i < world.participants().size(); i++) {
            Participant participant = world.participants().get(i);
            if (!participant.isIdle() && !participant.stopped() && !waits(world, i)) {
                return;
            }
        }
        GrantRecord record = world.stored().record();
        Stream<Instant> record1 = Stream.of(
                        record.lease().map(Lease::until),
                        record.setback().nextAttempt(),
                        candidates(record)
                                .flatMap(it -> it.lastPresentedAt().stream())
                                .map(it -> it.plus(TRAVEL).plusSeconds(15))
                                .filter(world.now()::isBefore)
                                .min(Instant::compareTo))
                .flatMap(Optional::stream);
        Stream<Instant> stopped = world.participants().stream()
                .filter(Participant::stopped)
                .map(it -> Objects.requireNonNull(it.since()).plus(TOO_LATE));
        Stream<Instant> deadlines = Stream.concat(
                world.travelling().stream().map(World.Request::until),
                world.participants().stream()
                        .filter(it -> it.action() instanceof Action.Present)
                        .map(it -> Objects.requireNonNull(it.since()).plus(TRAVEL)));
        Optional<Instant> latest = deadlines.min(Instant::compareTo);
        Stream.concat(record1, stopped)
                .filter(world.now()::isBefore)
                .min(Instant::compareTo)
                .filter(next -> latest.isEmpty() || !next.isAfter(latest.get()))
                .ifPresent(next -> moves.add(
                        new Move(Duration.between(world.now(), next).toSeconds() + " s pass", world.at(next))));
    }

    boolean waits(World world, int index) {
        Participant participant = world.participants().get(index);
        return participant.action() instanceof Action.ReadLater
                && told(world, index, new Event.Found(Optional.of(world.stored())), "")
                                .next()
                                .participants()
                                .get(index)
                                .action()
                        instanceof Action.ReadLater;
    }

    /** Whoever knows what the store has lost looks again some time. */
    Optional<Move> mend(World world, int index, String label) {
        Participant is = world.participants().get(index);
        Step look = decisions.begin(Need.look(is.seen()), Optional.empty(), is.memory(), moment(world));
        World looking = world.with(index, is.resumed(look, world.now()));
        Move told = told(looking, index, new Event.Found(Optional.of(world.stored())), label);
        boolean mends = told.next().participants().get(index).action() instanceof Action.Write;
        return mends ? Optional.of(told) : Optional.empty();
    }

    Decisions decisions() {
        return decisions;
    }

    Server server() {
        return server;
    }

    Move told(World world, int index, Event event, String label) {
        Participant is = world.participants().get(index);
        Step step = decisions.on(Objects.requireNonNull(is.flight()), event, moment(world), draw(world));
        World next = world.named();
        if (!(step.action() instanceof Action.End end)) {
            return new Move(label, next.with(index, is.flying(step, world.now())));
        }
        return new Move(
                label + ", " + Trace.of(end.how()), next.with(index, landed(is.flying(step, world.now()), end.how())));
    }

    private Participant landed(Participant is, Ending how) {
        if (how instanceof Ending.Adopted adopted) {
            return is.landed(adopted.grant().record().access().token(), null);
        }
        if (how instanceof Ending.Obtained obtained) {
            return is.landed(obtained.access().token(), null);
        }
        if (how instanceof Ending.Unsaved unsaved) {
            return is.landed(unsaved.access().token(), unsaved.flight());
        }
        return is.landed(is.seen(), null);
    }

    boolean hasForgotten(World world) {
        return world.left(Fault.STORE_FORGETS) < budget.faults().getOrDefault(Fault.STORE_FORGETS, 0);
    }

    /** Whether anything is under way that must come to its end by itself. */
    boolean isQuiet(World world) {
        if (!world.travelling().isEmpty()) {
            return false;
        }
        for (int i = 0; i < world.participants().size(); i++) {
            Participant participant = world.participants().get(i);
            if (!participant.isIdle()
                    || participant.unsaved() != null
                    || mend(world, i, "").isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the server accepts a token that a refresh would try. */
    boolean isAlive(World world) {
        return decisions.candidates(world.stored().record()).stream()
                .anyMatch(it -> server.accepts(world.families(), it.token()));
    }

    /**
     * Whether a process that is left alone gets another token, however often it has to ask: that the server would accept one is
     * not enough.
     */
    boolean recovers(World world) {
        World now = world.calm();
        boolean failed = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Move> moves = new ArrayList<>();
            if (!failed) {
                new ParticipantMoves(this, now, 0, moves).add();
            }
            if (moves.isEmpty()) {
                time(now, moves);
            }
            if (moves.isEmpty() || moves.get(0).label().endsWith(Trace.OBTAINED)) {
                return !moves.isEmpty();
            }
            boolean flew = !now.participants().get(0).isIdle();
            now = moves.get(0).next();
            failed = flew && now.participants().get(0).isIdle();
        }
        return false;
    }

    /** Whether the record holds a token of another consent than its own. */
    static boolean isMixed(World world) {
        GrantRecord record = world.stored().record();
        return candidates(record)
                .anyMatch(it -> !Server.root(world.families(), it.token()).equals(record.generation()));
    }

    private static Stream<RefreshCandidate> candidates(GrantRecord record) {
        return Stream.of(Stream.of(record.current()), record.spares().stream(), record.previous().stream())
                .flatMap(it -> it);
    }

    static Moment moment(World world) {
        return new Moment(
                world.now(), Duration.between(World.BEGINNING, world.now()).toNanos());
    }

    private static Draw draw(World world) {
        return new Draw(NONCE + world.names(), revision(world.names()), 0);
    }

    private static Revision revision(int number) {
        String digits = Integer.toString(number);
        return new Revision("0".repeat(22 - digits.length()) + digits);
    }
}
