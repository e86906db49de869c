package dev.xeroauth.benchmarks;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The least that anybody can do: a map look-up, a volatile read and a clock read. */
@State(Scope.Benchmark)
public class Floor {

    private final ConcurrentMap<GrantId, Cell> cells = new ConcurrentHashMap<>();
    private final GrantId[] asked = new GrantId[Customers.TURNS];
    private final Cell handle;

    /** Fills the map. */
    public Floor() {
        long due = System.nanoTime() + Customers.LIFETIME.toNanos();
        for (int customer = 0; customer < Customers.COUNT; customer++) {
            AccessToken token = new AccessToken(Customers.token(customer), Customers.NOW.plus(Customers.LIFETIME));
            cells.put(Connected.id(customer), new Cell(new Held(token, due)));
        }
        for (int turn = 0; turn < asked.length; turn++) {
            asked[turn] = Connected.id(Customers.at(turn));
        }
        handle = Objects.requireNonNull(cells.get(Connected.id(0)));
        Customers.growOld();
    }

    @Benchmark
    public AccessToken byHandle() {
        return handle.token();
    }

    @Benchmark
    public AccessToken byGrantId(Turn turn) {
        return Objects.requireNonNull(cells.get(asked[turn.next()])).token();
    }

    private static final class Cell {

        private volatile Held held;

        Cell(Held held) {
            this.held = held;
        }

        AccessToken token() {
            Held now = held;
            if (System.nanoTime() - now.dueNanos < 0) {
                return now.token;
            }
            throw new IllegalStateException("The run took too long");
        }
    }

    private record Held(AccessToken token, long dueNanos) {}
}
