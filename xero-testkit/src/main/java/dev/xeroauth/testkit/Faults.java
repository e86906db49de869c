package dev.xeroauth.testkit;

import dev.xeroauth.testkit.internal.http.Interference;
import dev.xeroauth.testkit.internal.http.Router;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The faults that wait for their requests, and who notes what came of every request. Thread-safe. */
final class Faults implements Router.Switchboard {

    private final Map<Endpoint, Queue<Fault>> waiting = new ConcurrentHashMap<>();
    private final Consumer<Ledger.Entry> ledger;
    private final Supplier<Instant> clock;

    Faults(Consumer<Ledger.Entry> ledger, Supplier<Instant> clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void add(Endpoint endpoint, Fault... next) {
        queue(endpoint).addAll(Arrays.asList(next));
    }

    @Override
    public Interference interferenceWith(Endpoint endpoint) {
        Fault fault = queue(endpoint).poll();
        return fault == null ? Interference.NONE : fault.interference();
    }

    @Override
    public void note(Endpoint endpoint, String what, int status) {
        ledger.accept(new Ledger.Entry(clock.get(), endpoint, what, status));
    }

    private Queue<Fault> queue(Endpoint endpoint) {
        return waiting.computeIfAbsent(endpoint, none -> new ConcurrentLinkedQueue<>());
    }
}
