package dev.xeroauth.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a run is.
 *
 * @param rounds how often everything is measured
 * @param forks 1: every benchmark has a JVM of its own in every round; 0: all run in this one, which measures nothing
 * @param warmUps iterations that do not count
 * @param iterations that count
 * @param millis the length of an iteration
 */
record Size(int rounds, int forks, int warmUps, int iterations, long millis) {

    static final Size SHORT = new Size(2, 1, 3, 4, 200);
    static final Size FULL = new Size(5, 1, 5, 5, 1_000);

    /** What JMH is to do in one round; requests are measured with one thread only. */
    Options options(int threads, Path log) {
        OptionsBuilder options = new OptionsBuilder();
        options.include("dev\\.xeroauth\\.benchmarks\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(forks)
                .jvmArgs("-Xms1g", "-Xmx1g")
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .output(log.toString());
        if (threads > 1) {
            options.exclude(".*\\.Requests\\..*");
        }
        return options.build();
    }
}
