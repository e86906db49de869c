package dev.xeroauth.benchmarks.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.xero.api.ApiClient;
import dev.xeroauth.accounting.model.Invoice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures how a page of invoices is read, beside Xero-Java and Jackson, and against what is wanted. */
public final class PageBenchmarks {

    private static final List<String> WAYS = List.of("scan", "ours", "records", "tree", "xeroJava");
    private static final double TIMES_THE_SCAN = 1.8;
    private static final double OF_XERO_JAVAS_BYTES = 0.2;

    private PageBenchmarks() {}

    /**
     * Runs, in about three and a half minutes.
     *
     * @param args a folder for what JMH says
     */
    public static void main(String[] args) throws IOException, RunnerException {
        Path logs = Files.createDirectories(Path.of(args[0]));
        System.out.println("version: jdk " + Runtime.version());
        Stream.of(JsonFactory.class, ObjectMapper.class, ApiClient.class, Invoice.class)
                .map(PageBenchmarks::jar)
                .forEach(jar -> System.out.println("version: " + jar));
        System.out.println(load());
        lines(measure(2, 12, 200, logs)).forEach(System.out::println);
        System.out.println(load());
    }

    /** Warms up for seconds, which compiling everything takes on a busy machine, and then measures single pages. */
    private static Collection<RunResult> measure(int forks, int warmup, int iterations, Path logs)
            throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(Pages.class.getName() + "\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(forks)
                .jvmArgs("-Xms1g", "-Xmx1g")
                .warmupIterations(warmup)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(20))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .output(logs.resolve("pages.log").toString());
        return new Runner(options.build()).run();
    }

    static Stream<String> lines(Collection<RunResult> results) {
        int payload = new Pages().bytes();
        Cost scan = cost(results, "scan", payload);
        Cost ours = cost(results, "ours", payload);
        Cost xeroJava = cost(results, "xeroJava", payload);
        Stream<String> table = WAYS.stream().map(way -> row(way, cost(results, way, payload), scan, payload));
        return Stream.of(
                        Stream.of("page: 1000 invoices, " + payload + " bytes"),
                        table,
                        Stream.of(
                                goal("time: ours/scan", ours.micros / scan.micros, TIMES_THE_SCAN),
                                goal("bytes: ours/xeroJava", ours.bytes / xeroJava.bytes, OF_XERO_JAVAS_BYTES)))
                .flatMap(lines -> lines);
    }

    private static String row(String way, Cost cost, Cost scan, int payload) {
        return String.format(
                Locale.ROOT,
                "page: %-9s %8.2f ms %7.1f MB/s %6.2f times the scan %6.2f B allocated per byte",
                way,
                cost.micros / 1_000,
                payload / cost.micros,
                cost.micros / scan.micros,
                cost.bytes);
    }

    private static String goal(String what, double ratio, double wanted) {
        return String.format(
                Locale.ROOT, "bench: %s=%.2f goal<=%.2f %s", what, ratio, wanted, ratio <= wanted ? "ok" : "MISSED");
    }

    /** Of time the fastest iteration of as many for each way, because a busy machine only adds. */
    private static Cost cost(Collection<RunResult> results, String way, int payload) {
        RunResult result = results.stream()
                .filter(one -> one.getParams().getBenchmark().endsWith("." + way))
                .findFirst()
                .orElseThrow();
        double micros = result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .min()
                .orElseThrow();
        double bytes = Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
        return new Cost(micros, bytes / payload);
    }

    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int processors = Runtime.getRuntime().availableProcessors();
        return String.format(Locale.ROOT, "load: %.2f on %d processors", load, processors);
    }

    /** Its name says the version. */
    private static String jar(Class<?> type) {
        String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return type.getSimpleName() + " of " + Path.of(place).getFileName();
    }

    /**
     * Of one page.
     *
     * @param micros time
     * @param bytes allocated per byte of payload
     */
    private record Cost(double micros, double bytes) {}
}
