package dev.xeroauth.benchmarks.stores;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one refresh asks of a store. */
@State(Scope.Benchmark)
public class Writes {

    private static final int GRANTS = 1_000;

    @Param("memory")
    public String store = "";

    private final Grants grants = new Grants();
    private Place place = Place.of("memory");
    private int next;

    @Setup
    public void create() {
        place = Place.of(store);
        grants.create(place.store(), GRANTS);
    }

    @Benchmark
    public void acquireAndSave() {
        next = (next + 1) % (GRANTS - Grants.DUE);
        grants.acquireAndSave(place.store(), Grants.id(Grants.DUE + next));
    }

    @TearDown
    public void remove() {
        place.close();
    }
}
