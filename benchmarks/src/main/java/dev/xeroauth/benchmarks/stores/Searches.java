package dev.xeroauth.benchmarks.stores;

import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the keeper asks of a store that holds few or many grants, of which ten are due. */
@State(Scope.Benchmark)
public class Searches {

    private static final int PAGE = 100;

    @Param("memory")
    public String store = "";

    @Param({"100", "100000"})
    public int count;

    private Place place = Place.of("memory");

    @Setup
    public void create() {
        place = Place.of(store);
        new Grants().create(place.store(), count);
    }

    @Benchmark
    public List<Due> findDue() {
        List<Due> due = place.store().findDue(Lane.ROUTINE, Grants.NOW, null, PAGE);
        if (due.size() != Grants.DUE) {
            throw new IllegalStateException("Due: " + due.size());
        }
        return due;
    }

    @TearDown
    public void remove() {
        place.close();
    }
}
