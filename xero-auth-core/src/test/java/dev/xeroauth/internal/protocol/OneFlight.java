package dev.xeroauth.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One process and a store with one record: a test says what happens, and this tells the decisions. For one thread. */
final class OneFlight {

    /** As large as a draw can be. */
    static final double MOST = Math.nextDown(1.0);

    private static final GrantId GRANT = GrantId.of("grant");

    private final Decisions decisions;
    private Optional<OpenGrant> stored = Optional.empty();
    // The counter overflows two seconds later, as it may.
    private Moment at = new Moment(Grants.NOW, Long.MAX_VALUE - 2_000_000_000L);
    private double share;
    private int drawn;
    private Step step;
    private final List<Record> history = new ArrayList<>();

    private OneFlight(Set<Rule> rules) {
        decisions = new Decisions(rules);
        step = decisions.begin(Need.ANY, Optional.empty(), Memory.NONE, at);
        history.add(step);
    }

    static OneFlight over(GrantRecord record) {
        return over(GrantStatus.CONNECTED, record);
    }

    static OneFlight over(GrantStatus status, GrantRecord record) {
        return overNothing().stores(status, record);
    }

    static OneFlight without(Rule leftOut, GrantRecord record) {
        return new OneFlight(Rule.without(leftOut)).stores(GrantStatus.CONNECTED, record);
    }

    static OneFlight overNothing() {
        return new OneFlight(Rule.all());
    }

    OneFlight begins(Need need) {
        return is(decisions.begin(need, Optional.empty(), memory(), at));
    }

    OneFlight begins(Need need, Rejection rejection) {
        return is(decisions.begin(need, Optional.of(rejection), memory(), at));
    }

    /** Another process, or this one after it has learned something elsewhere. */
    OneFlight begins(Need need, Memory memory) {
        return is(decisions.begin(need, Optional.empty(), memory, at));
    }

    OneFlight resumes(Flight unsaved) {
        return is(decisions.resume(unsaved));
    }

    /** Somebody else writes. */
    OneFlight stores(GrantStatus status, GrantRecord record) {
        stored = Optional.of(new OpenGrant(GRANT, draw().revision(), status, record));
        return this;
    }

    OneFlight stores(UnaryOperator<GrantRecord> change) {
        return stores(status(), change.apply(record()));
    }

    OneFlight storeLoses() {
        stored = Optional.empty();
        return this;
    }

    /** What stood then stands again. */
    OneFlight storeGoesBack(OpenGrant older) {
        stored = Optional.of(older);
        return this;
    }

    OneFlight passes(Duration time) {
        return passes(time, time);
    }

    OneFlight passes(Duration byTheStore, Duration byTheCounter) {
        at = new Moment(at.now().plus(byTheStore), at.nanos() + byTheCounter.toNanos());
        return this;
    }

    OneFlight draws(double next) {
        share = next;
        return this;
    }

    OneFlight finds() {
        assertThat(step.action()).isInstanceOfAny(Action.Read.class, Action.ReadLater.class);
        return is(new Event.Found(stored));
    }

    OneFlight writes() {
        return is(written(writing()));
    }

    OneFlight answers(RefreshOutcome outcome) {
        action(Action.Present.class);
        return is(new Event.Answered(outcome));
    }

    OneFlight storeFails() {
        return is(new Event.StoreFailed());
    }

    OneFlight storeWritesAndFails() {
        written(writing());
        return storeFails();
    }

    /** Reads and writes until it presents, waits or ends. */
    OneFlight goes() {
        while (true) {
            if (step.action() instanceof Action.Read) {
                finds();
            } else if (step.action() instanceof Action.Write) {
                writes();
            } else {
                return this;
            }
        }
    }

    private Event written(Action.Write write) {
        if (!revision().equals(write.expected())) {
            return new Event.Changed();
        }
        OpenGrant grant = new OpenGrant(GRANT, write.revision(), write.status(), write.record());
        stored = Optional.of(grant);
        return new Event.Written(grant);
    }

    private OneFlight is(Event event) {
        history.add((Record) event);
        return is(decisions.on(step.flight(), event, at, draw()));
    }

    private OneFlight is(Step next) {
        step = next;
        history.add(next);
        assertThat(history).as("steps without end").hasSizeLessThan(10_000);
        return this;
    }

    Draw draw() {
        drawn++;
        String digits = Integer.toString(drawn);
        return new Draw("nonce-" + drawn, new Revision("0".repeat(22 - digits.length()) + digits), share);
    }

    /** Every step and event so far. */
    List<Record> history() {
        return history;
    }

    /** What the process knows, which its next flight gets. */
    Memory memory() {
        return step.flight().memory();
    }

    Step step() {
        return step;
    }

    Moment at() {
        return at;
    }

    Instant now() {
        return at.now();
    }

    <A extends Action> A action(Class<A> type) {
        assertThat(step.action()).isInstanceOf(type);
        return type.cast(step.action());
    }

    Action.Write writing() {
        return action(Action.Write.class);
    }

    /** The token that is about to be presented. */
    String presents() {
        return action(Action.Present.class).refreshToken();
    }

    <E extends Ending> E ending(Class<E> type) {
        Ending how = action(Action.End.class).how();
        assertThat(how).isInstanceOf(type);
        return type.cast(how);
    }

    OpenGrant grant() {
        return stored.orElseThrow();
    }

    GrantRecord record() {
        return grant().record();
    }

    GrantStatus status() {
        return grant().status();
    }

    private Revision revision() {
        return stored.map(OpenGrant::revision).orElse(Revision.NONE);
    }
}
