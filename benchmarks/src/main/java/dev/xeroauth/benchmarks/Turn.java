package dev.xeroauth.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Where a thread is in the order of customers. */
@State(Scope.Thread)
public class Turn {

    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final int APART = 5_003;

    private int at = THREADS.getAndIncrement() * APART;

    int next() {
        at = (at + 1) & (Customers.TURNS - 1);
        return at;
    }
}
