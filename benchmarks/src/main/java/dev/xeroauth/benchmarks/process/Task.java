package dev.xeroauth.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * So many pages, read by every subject in turn.
 *
 * @param rounds an odd number, so that the median was measured
 */
record Task(String name, int rounds, int pages, int pageSize) {

    /** One line of the table for each subject. The subjects take turns, so that what changes in the long run meets all. */
    Map<Subject, List<Sample>> run() throws IOException {
        Map<Subject, List<Sample>> samples = new EnumMap<>(Subject.class);
        try (PageServer server = new PageServer(pageSize)) {
            for (int round = 0; round < rounds; round++) {
                for (Subject subject : Subject.values()) {
                    samples.computeIfAbsent(subject, any -> new ArrayList<>())
                            .add(Sample.of(subject, server.uri(), pages, pageSize));
                }
            }
        }
        long sums = samples.values().stream()
                .flatMap(List::stream)
                .mapToLong(Sample::sum)
                .distinct()
                .count();
        if (sums != 1) {
            throw new IllegalStateException("The subjects have not read the same");
        }
        return samples;
    }

    String line(Subject subject, List<Sample> samples) {
        return String.format(
                Locale.ROOT,
                "process: task=%s subject=%-17s wall=%s main-to-first=%s main-to-last=%s cpu=%s peakMB=%s allocatedMB=%s"
                        + " classes=%.0f",
                name,
                subject,
                spread(samples, Sample::wall),
                spread(samples, Sample::first),
                spread(samples, Sample::all),
                spread(samples, Sample::cpu),
                spread(samples, Sample::peak),
                spread(samples, Sample::allocated),
                median(samples, Sample::classes));
    }

    static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return samples.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(samples.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String spread(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.0f[%.0f..%.0f]", median(samples, figure), sorted[0], sorted[sorted.length - 1]);
    }
}
