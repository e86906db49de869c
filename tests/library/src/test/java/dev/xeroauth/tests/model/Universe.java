package dev.xeroauth.tests.model;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.protocol.Action;
import dev.xeroauth.internal.protocol.Decisions;
import dev.xeroauth.internal.protocol.Draw;
import dev.xeroauth.internal.protocol.Ending;
import dev.xeroauth.internal.protocol.Event;
import dev.xeroauth.internal.protocol.Flight;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.protocol.Rule;
import dev.xeroauth.internal.protocol.Step;
import dev.xeroauth.internal.protocol.Watch;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.testkit.internal.rotation.Rules;
import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may happen next in a world: the production decisions, a server in one mood, and the faults that are left. */
final class Universe {

    static final String NONCE = "~";

    private static final GrantId GRANT = GrantId.of("grant");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    /** How long a request may travel from the moment at which its presentation was allowed. */
    private static final Duration TRAVEL = Duration.ofMinutes(2);
    /** A process that stands still for this long has missed the moment for a presentation. */
    private static final Duration TOO_LATE = Duration.ofSeconds(16);

    private final Rules server;
    private final Consents consents;
    private final Decisions decisions;
    private final Watch watch;
    private final Budget budget;

    /** What a second consent does to the tokens of the first. */
    enum Consents {
        /** Nothing. */
        INDEPENDENT,
        /** They share one fate from then on. */
        SHARED,
        /** They are no longer good. */
        KILLS_FIRST
    }

    /** @param label what happens, for a reader */
    record Move(String label, World next) {}

    Universe(Rules server, Consents consents, Set<Rule> rules, Budget budget) {
        this.server = server;
        this.consents = consents;
        this.decisions = new Decisions(rules);
        this.watch = new Watch(rules);
        this.budget = budget;
    }

    World beginning() {
        Instant now = World.BEGINNING;
        List<TokenFamily> families = List.of(TokenFamily.begun(now));
        GrantRecord record = consented(0, 0);
        OpenGrant stored = new OpenGrant(GRANT, revision(0), GrantStatus.CONNECTED, record);
        List<Participant> all =
                Collections.nCopies(budget.processes(), Participant.idle(budget.flights(), access(0, 0)));
        return new World(now, 1, families, stored, null, all, List.of(), budget.faults());
    }

    /** The generation is called after the token that the consent gave. */
    private static GrantRecord consented(int family, int root) {
        Reach nowhere = new Reach(Optional.empty(), Set.of(), Optional.empty());
        String token = refresh(family, root);
        return GrantRecord.consented(token, issuedAccess(access(family, root), World.BEGINNING), token, nowhere);
    }

    private static IssuedAccess issuedAccess(String token, Instant at) {
        return new IssuedAccess(token, at, HALF_HOUR, at.plus(HALF_HOUR.dividedBy(2)));
    }

    /** Everything that may happen. */
    List<Move> moves(World world) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < world.participants().size(); i++) {
            new Of(world, i, moves).add();
        }
        for (World.Request request : Set.copyOf(world.travelling())) {
            World arrived = present(world.without(request), request.token()).world();
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
        List<TokenFamily> families = new ArrayList<>(world.families());
        if (consents == Consents.KILLS_FIRST) {
            families.replaceAll(TokenFamily::revoked);
        }
        int family = consents == Consents.SHARED ? 0 : families.size();
        if (consents == Consents.SHARED) {
            families.set(0, families.get(0).begunAgain(World.BEGINNING));
        } else {
            families.add(TokenFamily.begun(World.BEGINNING));
        }
        int root = families.get(family).tokens().size() - 1;
        GrantRecord record = consented(family, root).following(world.stored().record());
        return world.issuing(families)
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

    private boolean waits(World world, int index) {
        Participant participant = world.participants().get(index);
        return participant.action() instanceof Action.ReadLater
                && told(world, index, new Event.Found(Optional.of(world.stored())), "")
                                .next()
                                .participants()
                                .get(index)
                                .action()
                        instanceof Action.ReadLater;
    }

    /** What one process may do, and what may happen to it. */
    private final class Of {

        private final World world;
        private final int index;
        private final Participant is;
        private final List<Move> moves;
        private final String who;

        Of(World world, int index, List<Move> moves) {
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
                                ? new Move(who + "goes on", world.with(index, is.goingOn()))
                                : told(world, index, unheard, who + "goes on"));
            } else {
                if (world.left(Fault.PAUSE) > 0) {
                    World spent = world.spending(Fault.PAUSE);
                    moves.add(new Move(who + "stops", spent.with(index, is.stopped(null))));
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
                moves.add(new Move(
                        who + "goes on saving", world.with(index, is.resumed(decisions.resume(unsaved), world.now()))));
                return;
            }
            if (is.flightsLeft() > 0) {
                Step step = decisions.begin(Need.another(is.seen(), true), moment(world));
                moves.add(new Move(who + "begins", world.with(index, is.begun(step, world.now()))));
            }
            mend(world, index).ifPresent(next -> moves.add(new Move(who + "looks again and mends the store", next)));
        }

        private void act() {
            Action action = Objects.requireNonNull(is.action());
            if (action instanceof Action.Read) {
                Event found = new Event.Found(Optional.of(world.stored()));
                moves.add(told(world, index, found, who + "reads"));
            } else if (action instanceof Action.ReadLater) {
                if (!waits(world, index)) {
                    Event found = new Event.Found(Optional.of(world.stored()));
                    moves.add(told(world, index, found, who + "reads again"));
                }
            } else if (action instanceof Action.Write write) {
                write(write);
            } else if (action instanceof Action.Present present) {
                present(present.refreshToken());
            }
        }

        private void write(Action.Write write) {
            boolean stands = write.expected().equals(world.stored().revision());
            OpenGrant grant = new OpenGrant(GRANT, write.revision(), write.status(), write.record());
            World after = stands ? world.storing(grant) : world;
            Event event = stands ? new Event.Written(grant) : new Event.Changed();
            moves.add(
                    told(after, index, event, who + "writes " + Trace.of(write) + (stands ? "" : ": it has changed")));
            if (stands && world.left(Fault.PAUSE) > 0) {
                World spent = after.spending(Fault.PAUSE).with(index, is.stopped(event));
                moves.add(new Move(who + "writes " + Trace.of(write) + " and stops", spent));
            }
            if (world.left(Fault.STORE_THROWS) > 0) {
                Event thrown = new Event.StoreFailed();
                World spent = world.spending(Fault.STORE_THROWS);
                moves.add(told(spent, index, thrown, who + "writes " + Trace.of(write) + ": the store throws"));
                if (stands) {
                    moves.add(told(
                            spent.storing(grant),
                            index,
                            thrown,
                            who + "writes " + Trace.of(write) + ": the store writes and throws"));
                }
            }
        }

        private void present(String token) {
            String presents = who + "presents " + token;
            Presented presented = Universe.this.present(world, token);
            moves.add(told(
                    presented.world(),
                    index,
                    new Event.Answered(presented.outcome()),
                    presents + ": " + presented.told()));
            Event unknown = new Event.Answered(new RefreshOutcome.Ambiguous("lost"));
            fault(Fault.LOST_REQUEST, world, unknown, presents + ": the request is lost");
            fault(
                    Fault.LOST_ANSWER,
                    presented.world(),
                    unknown,
                    presents + ": " + presented.told() + ", the answer is lost");
            fault(
                    Fault.LATE,
                    world.sending(token, leftToTravel()),
                    unknown,
                    presents + " and gives up; it is on its way");
            fault(
                    Fault.DUPLICATE,
                    presented.world().sending(token, leftToTravel()),
                    new Event.Answered(presented.outcome()),
                    presents + ", twice: " + presented.told());
            if (presented.outcome() instanceof RefreshOutcome.Issued) {
                Event refused = new Event.Answered(new RefreshOutcome.Refused("invalid_grant"));
                fault(Fault.REFUSAL, world, refused, presents + ": refused although it is good");
            }
        }

        private Duration leftToTravel() {
            return Duration.between(
                    world.now(), Objects.requireNonNull(is.since()).plus(TRAVEL));
        }

        private void fault(Fault fault, World then, Event event, String label) {
            if (world.left(fault) > 0) {
                moves.add(told(then.spending(fault), index, event, label));
            }
        }

        private void crash() {
            World spent = world.spending(Fault.CRASH).with(index, is.restarted());
            moves.add(new Move(who + "dies", spent));
            if (is.action() instanceof Action.Present present) {
                moves.add(new Move(
                        who + "dies with " + present.refreshToken() + " on its way",
                        spent.sending(present.refreshToken(), leftToTravel())));
            }
        }
    }

    private Optional<World> mend(World world, int index) {
        OpenGrant saved = world.participants().get(index).saved();
        if (saved == null) {
            return Optional.empty();
        }
        return watch.mend(saved, world.stored(), moment(world), draw(world)).map(write -> {
            OpenGrant grant = new OpenGrant(GRANT, write.revision(), write.status(), write.record());
            return world.named()
                    .storing(grant)
                    .with(index, world.participants().get(index).watching(grant));
        });
    }

    private Move told(World world, int index, Event event, String label) {
        Participant is = world.participants().get(index);
        Step step = decisions.on(Objects.requireNonNull(is.flight()), event, moment(world), draw(world));
        World next = world.named();
        if (!(step.action() instanceof Action.End end)) {
            return new Move(label, next.with(index, is.flying(step, world.now())));
        }
        return new Move(label + ", " + Trace.of(end.how()), next.with(index, landed(is, end.how())));
    }

    private Participant landed(Participant is, Ending how) {
        if (how instanceof Ending.Adopted adopted) {
            return is.landed(adopted.grant().record().access().token(), null, null);
        }
        if (how instanceof Ending.Obtained obtained) {
            boolean looksAgain = budget.faults().containsKey(Fault.STORE_FORGETS);
            return is.landed(obtained.access().token(), looksAgain ? obtained.grant() : null, null);
        }
        if (how instanceof Ending.Unsaved unsaved) {
            return is.landed(unsaved.access().token(), null, unsaved.flight());
        }
        return is.landed(is.seen(), null, null);
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
                    || mend(world, i).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the server accepts a token that a refresh would try. */
    boolean isAlive(World world) {
        return decisions.candidates(world.stored().record()).stream()
                .anyMatch(it -> present(world, it.token()).outcome() instanceof RefreshOutcome.Issued);
    }

    /** Whether the record holds a token of another consent than its own. */
    static boolean isMixed(World world) {
        GrantRecord record = world.stored().record();
        return candidates(record).anyMatch(it -> !root(world, it.token()).equals(record.generation()));
    }

    private static String root(World world, String token) {
        Name name = Name.of(token);
        int place = name.place();
        List<TokenFamily.Token> tokens = world.families().get(name.family()).tokens();
        while (tokens.get(place).parent() != TokenFamily.NONE) {
            place = tokens.get(place).parent();
        }
        return refresh(name.family(), place);
    }

    /** Where the server keeps a token. */
    private record Name(int family, int place) {

        static Name of(String token) {
            int dot = token.indexOf('.');
            return new Name(Integer.parseInt(token.substring(1, dot)), Integer.parseInt(token.substring(dot + 1)));
        }
    }

    private static Stream<RefreshCandidate> candidates(GrantRecord record) {
        return Stream.of(Stream.of(record.current()), record.spares().stream(), record.previous().stream())
                .flatMap(it -> it);
    }

    private record Presented(World world, RefreshOutcome outcome, String told) {}

    private Presented present(World world, String token) {
        Name name = Name.of(token);
        int family = name.family();
        TokenFamily.Presented presented = world.families().get(family).present(name.place(), World.BEGINNING, server);
        List<TokenFamily> families = new ArrayList<>(world.families());
        families.set(family, presented.family());
        World next = world.issuing(families);
        if (presented.issued().isEmpty()) {
            return new Presented(next, new RefreshOutcome.Refused("invalid_grant"), "refused");
        }
        int place = presented.issued().get();
        TokenSet tokens = new TokenSet(
                access(family, place), Optional.of(refresh(family, place)), HALF_HOUR, Set.of(), Optional.empty());
        return new Presented(next, new RefreshOutcome.Issued(tokens), refresh(family, place));
    }

    private static String access(int family, int place) {
        return "A" + family + "." + place;
    }

    private static String refresh(int family, int place) {
        return "R" + family + "." + place;
    }

    private static Moment moment(World world) {
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
