package dev.xeroauth.tests.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Java process that this one started, ends, and listens to. */
final class Child implements AutoCloseable {

    /** How a line begins with which it says that it has done what it was asked. */
    static final String READY = "ready";

    private static final String OVER = "over";
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** @param other gets every line that does not begin with {@link #READY} */
    Child(Class<?> main, List<String> words, Consumer<String> other) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(words);
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(() -> read(other), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> other) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    lines.add(line);
                } else {
                    other.accept(line);
                }
            }
        } catch (IOException e) {
            // It was killed.
        }
        lines.add(OVER);
    }

    /** What else stands on the line with which it says that it is ready. */
    String awaitReady() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(OVER)) {
            throw new IllegalStateException("The process " + process.pid() + " is not ready");
        }
        return line.substring(READY.length()).trim();
    }

    void tell(String line) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
    }

    /** {@code SIGKILL}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@code SIGSTOP}. */
    void stop() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** {@code SIGCONT}. */
    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
