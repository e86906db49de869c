package dev.xeroauth.benchmarks;

import dev.xeroauth.benchmarks.Measurements.Cost;
import dev.xeroauth.benchmarks.Measurements.Range;
import dev.xeroauth.benchmarks.Measurements.Subject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was measured, against what is wanted. */
final class Goals {

    private static final List<String> RIVALS = List.of("Google", "Aws", "Azure", "SpringMemory", "SpringJdbc");
    private static final double OVER_THE_FLOOR = 1.2;
    /** What the JVM itself allocates meanwhile, spread over the operations, is less. */
    private static final double NO_BYTES = 0.5;

    private static final double REQUEST_NANOS = 5_000;
    private static final double REQUEST_BYTES = 2_048;

    private final Measurements measured;

    Goals(Measurements measured) {
        this.measured = measured;
    }

    Stream<String> lines() {
        return Stream.of(perThreads(1), perThreads(2), requests())
                .flatMap(lines -> lines)
                .map(line -> "bench: " + line);
    }

    private Stream<String> perThreads(int threads) {
        Stream<String> rivals = RIVALS.stream().map(rival -> handle(rival, threads));
        Stream<String> own = Stream.of(
                floor("byHandle", threads, ""),
                floor(
                        "byGrantId",
                        threads,
                        " goal<=1.2 "
                                + verdict(ratio("byGrantId", "Floor", threads).median() <= OVER_THE_FLOOR)),
                spring(threads),
                allocation("byHandle", threads),
                allocation("byGrantId", threads));
        return Stream.concat(rivals, own);
    }

    private String handle(String rival, int threads) {
        Range ratio = ratio("byHandle", rival, threads);
        return compared("byHandle", rival, threads) + " goal<1 " + verdict(ratio.median() < 1);
    }

    private String floor(String way, int threads, String goal) {
        return compared(way, "Floor", threads) + goal;
    }

    private String spring(int threads) {
        return compared("byGrantId", "SpringMemory", threads);
    }

    private String compared(String way, String other, int threads) {
        Range ratio = ratio(way, other, threads);
        return String.format(
                Locale.ROOT,
                "%s threads=%d ours=%.1fns %s=%.1fns ratio=%.2f (%.2f to %.2f)",
                way,
                threads,
                measured.nanos(subject("Ours", way, threads)).median(),
                other,
                measured.nanos(subject(other, way, threads)).median(),
                ratio.median(),
                ratio.lowest(),
                ratio.highest());
    }

    private String allocation(String way, int threads) {
        double bytes = measured.bytes(subject("Ours", way, threads)).median();
        return String.format(
                Locale.ROOT, "%s threads=%d ours=%.1fB goal=0 %s", way, threads, bytes, verdict(bytes < NO_BYTES));
    }

    private Stream<String> requests() {
        Subject bare = subject("Requests", "bare", 1);
        return Stream.of("constantHeaders", "intercepted").map(way -> {
            Cost more = measured.more(subject("Requests", way, 1), bare);
            boolean met = more.nanos() <= REQUEST_NANOS && more.bytes() <= REQUEST_BYTES;
            return String.format(
                    Locale.ROOT,
                    "request %s-bare=%.0fns %.0fB%s",
                    way,
                    more.nanos(),
                    more.bytes(),
                    way.equals("intercepted") ? " goal<=5000ns,2048B " + verdict(met) : "");
        });
    }

    private Range ratio(String way, String other, int threads) {
        return measured.ratio(subject("Ours", way, threads), subject(other, way, threads));
    }

    private static Subject subject(String of, String way, int threads) {
        return new Subject(of + "." + way, threads);
    }

    private static String verdict(boolean met) {
        return met ? "met" : "MISSED";
    }
}
