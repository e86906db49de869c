package dev.xeroauth.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What one process took. Times in milliseconds.
 *
 * @param wall from its start to its end
 * @param first from its main method to the first page
 * @param all from its main method to the last page
 * @param cpu of all its threads
 * @param peak megabytes
 * @param allocated megabytes
 * @param classes that it loaded, those that it measures with included
 * @param sum of what it read
 */
record Sample(
        double wall, double first, double all, double cpu, double peak, double allocated, double classes, long sum) {

    static final String MARK = "child:";
    private static final double NANOS = 1e6;

    /** Runs one. */
    static Sample of(Subject subject, URI server, int pages, int pageSize) throws IOException {
        List<String> command = new ArrayList<>(ProcessBenchmarks.FLAGS);
        command.add(0, System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of(
                "-cp",
                String.join(File.pathSeparator, subject.classPath()),
                Child.class.getName(),
                subject.name(),
                server.toString(),
                Integer.toString(pages),
                Integer.toString(pageSize)));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = out.lines()
                    .filter(each -> each.startsWith(MARK))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(subject + " has failed"));
            process.waitFor();
            return parsed(line.split(" ", -1), (System.nanoTime() - began) / NANOS, pages);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Sample parsed(String[] said, double wall, int pages) {
        if (Integer.parseInt(said[8]) != pages) {
            throw new IllegalStateException("Read " + said[8] + " pages instead of " + pages);
        }
        return new Sample(
                wall,
                Long.parseLong(said[1]) / NANOS,
                Long.parseLong(said[2]) / NANOS,
                Long.parseLong(said[3]) / NANOS,
                Long.parseLong(said[4]) / 1024.0,
                Long.parseLong(said[5]) / 1048576.0,
                Long.parseLong(said[6]),
                Long.parseLong(said[7]));
    }
}
