package dev.xeroauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link FileWriter}. Closing kills it. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    private ChildProcess(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static ChildProcess start(String... arguments) throws IOException {
        return new ChildProcess(java(arguments));
    }

    /** After a command of the shell, such as {@code umask}. */
    static ChildProcess startAfter(String shellCommand, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", shellCommand + "; exec \"$@\"", "sh"));
        command.addAll(java(arguments));
        return new ChildProcess(command);
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FileWriter.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** The next line that it prints; null: it has ended. */
    String line() throws IOException {
        return out.readLine();
    }

    /** Every line that it still prints, until its end. */
    List<String> lines() throws IOException {
        return out.lines().toList();
    }

    void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -" + name);
        }
    }

    /** As the system does it: nothing of the process runs any more. What it has printed can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It lives");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
