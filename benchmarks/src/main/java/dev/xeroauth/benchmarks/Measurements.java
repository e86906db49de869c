package dev.xeroauth.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What was measured, over all rounds. For one thread. */
final class Measurements {

    private final Map<Subject, List<Cost>> costs = new TreeMap<>();

    /** Takes the results of one round: of time the lower quartile of its iterations, because a busy machine only adds. */
    void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            Subject subject = new Subject(
                    name(result.getParams().getBenchmark()), result.getParams().getThreads());
            Stream<IterationResult> iterations =
                    result.getBenchmarkResults().stream().flatMap(fork -> fork.getIterationResults().stream());
            List<Cost> each = iterations.map(Measurements::cost).toList();
            costs.computeIfAbsent(subject, it -> new ArrayList<>())
                    .add(new Cost(
                            lowerQuartile(each.stream().map(Cost::nanos)),
                            Range.of(each.stream().map(Cost::bytes)).median()));
        }
    }

    private static double lowerQuartile(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 4);
    }

    private static Cost cost(IterationResult iteration) {
        Result<?> allocated =
                Objects.requireNonNull(iteration.getSecondaryResults().get("gc.alloc.rate.norm"));
        return new Cost(iteration.getPrimaryResult().getScore(), allocated.getScore());
    }

    Range nanos(Subject subject) {
        return Range.of(of(subject).stream().map(Cost::nanos));
    }

    Range bytes(Subject subject) {
        return Range.of(of(subject).stream().map(Cost::bytes));
    }

    /** One compared with the other round by round, so that a busy machine disturbs both alike. */
    Range ratio(Subject one, Subject other) {
        List<Cost> ones = of(one);
        List<Cost> others = of(other);
        return Range.of(
                IntStream.range(0, ones.size()).mapToObj(round -> ones.get(round).nanos / others.get(round).nanos));
    }

    /** How much one costs more than the other. */
    Cost more(Subject one, Subject other) {
        return new Cost(
                nanos(one).median() - nanos(other).median(),
                bytes(one).median() - bytes(other).median());
    }

    Stream<String> table() {
        return Stream.concat(
                Stream.of(String.format(
                        Locale.ROOT,
                        "%-26s %7s %10s %23s %9s",
                        "benchmark",
                        "threads",
                        "ns/op",
                        "over the rounds",
                        "B/op")),
                costs.keySet().stream().map(this::row));
    }

    private String row(Subject subject) {
        Range nanos = nanos(subject);
        return String.format(
                Locale.ROOT,
                "%-26s %7d %10.1f %10.1f to %9.1f %9.1f",
                subject.name,
                subject.threads,
                nanos.median(),
                nanos.lowest(),
                nanos.highest(),
                bytes(subject).median());
    }

    private List<Cost> of(Subject subject) {
        List<Cost> found = costs.get(subject);
        if (found == null) {
            throw new IllegalArgumentException("Not measured: " + subject);
        }
        return found;
    }

    /** Class and method. */
    private static String name(String benchmark) {
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }

    /** One benchmark, such as {@code Ours.byHandle}. */
    record Subject(String name, int threads) implements Comparable<Subject> {
        private static final Comparator<Subject> ORDER =
                Comparator.comparing(Subject::name).thenComparing(Subject::threads);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /** Of one operation. */
    record Cost(double nanos, double bytes) {}

    /** Of several rounds. */
    record Range(double lowest, double median, double highest) {

        static Range of(Stream<Double> values) {
            List<Double> sorted = values.sorted().toList();
            int half = sorted.size() / 2;
            double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
            return new Range(sorted.get(0), median, sorted.get(sorted.size() - 1));
        }
    }
}
