package dev.xeroauth.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures whole processes: the first page of a new one, and many pages. */
public final class ProcessBenchmarks {

    /** The same for every subject. */
    static final List<String> FLAGS = List.of("-Xmx256m", "-XX:-UsePerfData");

    private static final Task COLD = new Task("cold-1x100", 11, 1, 100);
    private static final Task LONG = new Task("long-200x1000", 3, 200, 1000);

    private ProcessBenchmarks() {}

    /**
     * Runs.
     *
     * @param args are not used
     */
    public static void main(String[] args) throws IOException {
        run(COLD, LONG);
    }

    static void run(Task cold, Task longer) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "process: jdk=%s cores=%d load=%.2f flags=%s milliseconds, median[least..most]%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                FLAGS);
        System.out.println("process: versions " + Subject.versions());
        Map<Subject, List<Sample>> first = report(cold);
        goal("cold start", first, Sample::first);
        goal("cold start, whole process", first, Sample::wall);
        Map<Subject, List<Sample>> many = report(longer);
        ratios("last page", many, Sample::all);
        ratios("cpu", many, Sample::cpu);
        ratios("allocated", many, Sample::allocated);
    }

    private static Map<Subject, List<Sample>> report(Task task) throws IOException {
        Map<Subject, List<Sample>> samples = task.run();
        samples.forEach((subject, all) -> System.out.println(task.line(subject, all)));
        return samples;
    }

    private static void goal(String what, Map<Subject, List<Sample>> samples, ToDoubleFunction<Sample> figure) {
        ratios(what, samples, figure);
        for (Subject ours : List.of(Subject.OURS_ORGANISATION, Subject.OURS_GRANT)) {
            goal(what, ours, ratio(samples, ours, Subject.XERO_JAVA, figure), "XERO_JAVA", 0.5);
            goal(what, ours, ratio(samples, ours, Subject.OKHTTP_STREAMING, figure), "OKHTTP_STREAMING", 1.1);
        }
    }

    private static void goal(String what, Subject ours, double ratio, String other, double most) {
        System.out.printf(
                Locale.ROOT,
                "bench: process %s %s / %s = %.2f, goal <= %.2f: %s%n",
                what,
                ours,
                other,
                ratio,
                most,
                ratio <= most ? "ok" : "missed");
    }

    private static void ratios(String what, Map<Subject, List<Sample>> samples, ToDoubleFunction<Sample> figure) {
        for (Subject subject : Subject.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "process: ratio of %s, %s: %.2f of XERO_JAVA, %.2f of OKHTTP_STREAMING%n",
                    what,
                    subject,
                    ratio(samples, subject, Subject.XERO_JAVA, figure),
                    ratio(samples, subject, Subject.OKHTTP_STREAMING, figure));
        }
    }

    private static double ratio(
            Map<Subject, List<Sample>> samples, Subject one, Subject other, ToDoubleFunction<Sample> figure) {
        return Task.median(samples.getOrDefault(one, List.of()), figure)
                / Task.median(samples.getOrDefault(other, List.of()), figure);
    }
}
