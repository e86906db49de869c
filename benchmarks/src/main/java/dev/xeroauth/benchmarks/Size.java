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
 * @param warmUps fifths of a second that do not count
 * @param iterations that count, so short that many pass before the scheduler lets another process in
 */
record Size(int rounds, int forks, int warmUps, int iterations) {

    static final Size SHORT = new Size(2, 1, 10, 25);
    static final Size FULL = new Size(5, 1, 15, 200);

    private static final TimeValue WARM_UP = TimeValue.milliseconds(200);
    private static final TimeValue ITERATION = TimeValue.milliseconds(20);

    /** What JMH is to do in one round; requests are measured with one thread only. */
    Options options(int threads, Path log) {
        OptionsBuilder options = new OptionsBuilder();
        options.include("dev\\.xeroauth\\.benchmarks\\.[A-Z].*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(forks)
                .jvmArgs("-Xms1g", "-Xmx1g")
                .warmupIterations(warmUps)
                .warmupTime(WARM_UP)
                .measurementIterations(iterations)
                .measurementTime(ITERATION)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .output(log.toString());
        if (threads > 1) {
            options.exclude(".*\\.Requests\\..*");
        }
        return options.build();
    }
}
