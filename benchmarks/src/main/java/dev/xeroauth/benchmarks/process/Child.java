package dev.xeroauth.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/** Reads pages in a JVM of its own, and says what that took. Nothing that measures is loaded before the last page is read. */
final class Child {

    private static final long TICK = Duration.ofMillis(10).toNanos();
    private static final int USER_TICKS = 11;

    private Child() {}

    /**
     * Runs.
     *
     * @param args the subject, where the server is, the number of pages, the size of each
     */
    public static void main(String[] args) throws IOException {
        long began = System.nanoTime();
        Sink read = new Sink();
        Subject subject = Subject.valueOf(args[0]);
        subject.reader().read(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]), read);
        long ended = System.nanoTime();
        long cpu = cpu();
        // OkHttp's threads are daemons or end after a while: nobody waits for them.
        System.out.println(String.join(
                " ",
                Sample.MARK,
                Long.toString(read.first() - began),
                Long.toString(ended - began),
                Long.toString(cpu),
                Long.toString(peak()),
                Long.toString(allocated()),
                Long.toString(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount()),
                Long.toString(read.sum()),
                Integer.toString(read.pages())));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** In steps of 10 ms on Linux, where asking the JVM would load half of its management first. */
    private static long cpu() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1])) * TICK;
    }

    /** Kilobytes: the most that was resident on Linux, the heap's peaks elsewhere. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    / 1024;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** By all threads that still live. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
