package dev.xeroauth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.RunnerException;

/** Every benchmark runs, and every goal is spoken of. Nothing is timed here. */
class BenchmarksTest {

    private static final Size SHORTEST = new Size(1, 0, 0, 1);

    private static final List<String> TOKENS = List.of(
            "Aws.byHandle",
            "Azure.byHandle",
            "Floor.byGrantId",
            "Floor.byHandle",
            "Google.byHandle",
            "Ours.byGrantId",
            "Ours.byHandle",
            "SpringJdbc.byGrantId",
            "SpringJdbc.byHandle",
            "SpringMemory.byGrantId",
            "SpringMemory.byHandle");

    private static final List<String> REQUESTS =
            List.of("Requests.bare", "Requests.constantHeaders", "Requests.intercepted");

    @TempDir
    Path logs;

    @Test
    void measure_shortest_runsEveryBenchmarkAndAnswersEveryGoal() throws RunnerException {
        Measurements measured = Benchmarks.measure(SHORTEST, logs);

        assertThat(measured.table().skip(1).map(row -> row.replaceFirst("(\\S+) +(\\d+).*", "$1 $2")))
                .containsExactlyInAnyOrderElementsOf(Stream.of(with(1, TOKENS), with(2, TOKENS), with(1, REQUESTS))
                        .flatMap(lines -> lines)
                        .toList());
        assertThat(new Goals(measured).lines())
                .hasSize(22)
                .allMatch(line -> line.startsWith("bench: "))
                .filteredOn(line -> line.contains("goal"))
                .hasSize(17);
    }

    private static Stream<String> with(int threads, List<String> names) {
        return names.stream().map(name -> name + " " + threads);
    }
}
