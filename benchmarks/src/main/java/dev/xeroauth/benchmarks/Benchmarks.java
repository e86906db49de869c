package dev.xeroauth.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and prints it. Minutes, or half an hour with {@code -Dxero.full=true}. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs.
     *
     * @param args a folder for what JMH says
     */
    public static void main(String[] args) throws IOException, RunnerException {
        Path logs = Files.createDirectories(Path.of(args[0]));
        Size size = Boolean.getBoolean("xero.full") ? Size.FULL : Size.SHORT;
        Surroundings.lines().forEach(System.out::println);
        System.out.println(size + ", details in " + logs);
        System.out.println(Surroundings.load());
        Measurements measured = measure(size, logs);
        measured.table().forEach(System.out::println);
        new Goals(measured).lines().forEach(System.out::println);
    }

    static Measurements measure(Size size, Path logs) throws RunnerException {
        Measurements measured = new Measurements();
        for (int round = 1; round <= size.rounds(); round++) {
            for (int threads = 1; threads <= 2; threads++) {
                Path log = logs.resolve("round-" + round + "-threads-" + threads + ".log");
                measured.add(new Runner(size.options(threads, log)).run());
                System.out.println("round " + round + ", threads " + threads + ", " + Surroundings.load());
            }
        }
        return measured;
    }
}
