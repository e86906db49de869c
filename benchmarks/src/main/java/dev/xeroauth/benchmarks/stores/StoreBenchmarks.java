package dev.xeroauth.benchmarks.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the stores on embedded servers, and on those that system properties name. */
public final class StoreBenchmarks {

    private static final List<String> EMBEDDED = List.of("memory", "file", "h2", "postgresql", "redis");
    private static final List<String> INDEXED =
            List.of("h2", "postgresql", "postgresql-named", "mariadb-named", "redis");
    private static final List<String> NAMES = List.of("xero.postgresql", "xero.mariadb");

    private StoreBenchmarks() {}

    /**
     * Runs.
     *
     * @param args a folder for what JMH says
     */
    public static void main(String[] args) throws IOException, RunnerException {
        Path logs = Files.createDirectories(Path.of(args[0]));
        List<String> stores = Stream.concat(
                        EMBEDDED.stream(),
                        NAMES.stream()
                                .filter(name -> !System.getProperty(name, "").isEmpty())
                                .map(name -> name.substring("xero.".length()) + "-named"))
                .toList();
        Collection<RunResult> writes = run(Writes.class, stores, logs);
        for (String store : stores) {
            System.out.println(cost(store, score(writes, of(store))));
        }
        List<String> indexed = stores.stream().filter(INDEXED::contains).toList();
        Collection<RunResult> searches = run(Searches.class, indexed, logs);
        for (String store : indexed) {
            System.out.println(search(store, searches));
        }
    }

    /** The statements are counted apart, for one refresh. */
    static String cost(String store, double millis) {
        try (Place place = Place.of(store)) {
            Grants grants = new Grants();
            grants.create(place.store(), Grants.DUE);
            grants.acquireAndSave(place.store(), Grants.id(0));
            long before = place.statements().getAsLong();
            grants.acquireAndSave(place.store(), Grants.id(1));
            long statements = place.statements().getAsLong() - before;
            return String.format(
                    Locale.ROOT,
                    "store-cost: store=%s acquire+save=%.3fms statements=%d",
                    place.product(),
                    millis,
                    statements);
        }
    }

    private static String search(String store, Collection<RunResult> results) {
        double few =
                score(results, of(store).and(result -> param(result, "count").equals("100")));
        double many =
                score(results, of(store).and(result -> param(result, "count").equals("100000")));
        return String.format(
                Locale.ROOT,
                "store-cost: store=%s findDue due=%d grants=100:%.3fms grants=100000:%.3fms ratio=%.2f",
                store,
                Grants.DUE,
                few,
                many,
                many / few);
    }

    private static Collection<RunResult> run(Class<?> benchmark, List<String> stores, Path logs)
            throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmark.getName() + "\\..*")
                .param("store", stores.toArray(String[]::new))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(1)
                .jvmArgsAppend(NAMES.stream()
                        .filter(name -> !System.getProperty(name, "").isEmpty())
                        .map(name -> "-D" + name + "=" + System.getProperty(name))
                        .toArray(String[]::new))
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(10)
                .measurementTime(TimeValue.milliseconds(500))
                .shouldFailOnError(true)
                .output(logs.resolve(benchmark.getSimpleName() + ".log").toString());
        return new Runner(options.build()).run();
    }

    private static Predicate<RunResult> of(String store) {
        return result -> param(result, "store").equals(store);
    }

    private static String param(RunResult result, String name) {
        return result.getParams().getParam(name);
    }

    private static double score(Collection<RunResult> results, Predicate<RunResult> which) {
        return results.stream()
                .filter(which)
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }
}
