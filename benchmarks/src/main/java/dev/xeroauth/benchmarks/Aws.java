package dev.xeroauth.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** The cache under the credentials of AWS's SDK. */
@State(Scope.Benchmark)
public class Aws {

    private final CachedSupplier<String> supplier =
            CachedSupplier.builder(Aws::fetched).cachedValueName("token").build();

    /** Fetches. */
    public Aws() {
        supplier.get();
    }

    @TearDown
    public void close() {
        supplier.close();
    }

    @Benchmark
    public String byHandle() {
        return supplier.get();
    }

    private static RefreshResult<String> fetched() {
        return RefreshResult.builder(Customers.token(0))
                .prefetchTime(Customers.NOW.plus(Customers.LIFETIME.dividedBy(2)))
                .staleTime(Customers.NOW.plus(Customers.LIFETIME))
                .build();
    }
}
