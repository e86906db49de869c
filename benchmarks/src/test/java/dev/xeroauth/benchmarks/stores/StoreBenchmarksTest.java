package dev.xeroauth.benchmarks.stores;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh reads once and writes twice, wherever the records are. Nothing is timed here. */
class StoreBenchmarksTest {

    @ParameterizedTest
    @CsvSource({"memory, 0", "file, 0", "h2, 3", "postgresql, 3", "redis, 3"})
    void cost_anyStore_isAReadAndTwoWrites(String store, int statements) {
        assertThat(StoreBenchmarks.cost(store, 0)).endsWith("statements=" + statements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "redis"})
    void findDue_fewGrants_areThoseThatAreDue(String store) {
        Searches searches = new Searches();
        searches.store = store;
        searches.count = 20;
        searches.create();

        assertThat(searches.findDue()).hasSize(Grants.DUE);
        searches.remove();
    }
}
