package dev.xeroauth.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every subject starts with its own class path and reads the same. Nothing is timed here. */
class ProcessBenchmarksTest {

    @Test
    void run_tiny_readsTheSameWithEverySubject() throws IOException {
        Map<Subject, List<Sample>> samples = new Task("tiny", 1, 2, 3).run();

        assertThat(samples).containsOnlyKeys(Subject.values());
        assertThat(samples.values())
                .allSatisfy(all -> assertThat(all).singleElement().satisfies(sample -> {
                    assertThat(sample.first()).isBetween(1.0, sample.all());
                    assertThat(sample.all()).isLessThan(sample.wall());
                    assertThat(sample.allocated()).isGreaterThan(0.1);
                    assertThat(sample.peak()).isGreaterThan(10);
                }));
    }

    @Test
    void classPath_streaming_holdsNothingOfOurs() {
        assertThat(Subject.OKHTTP_STREAMING.classPath())
                .anyMatch(place -> place.contains("okhttp-jvm"))
                .noneMatch(place -> place.contains("databind") || place.contains("xero-auth-core"));
    }

    /**
     * A short-lived process would load hundreds of classes for nothing, and have the JVM make some for lambdas that a condition
     * can do without.
     *
     * @param lambdas at most: a few more than there were when this was written
     */
    @ParameterizedTest
    @CsvSource({"OURS_ORGANISATION, 75", "OURS_GRANT, 150"})
    void ours_firstPage_loadsWhatItNeeds(Subject ours, int lambdas) throws IOException, InterruptedException {
        String lean = ours.classPath().stream()
                .filter(place -> !place.contains("nimbus-jose-jwt") && !place.contains("failsafe"))
                .collect(Collectors.joining(File.pathSeparator));
        try (PageServer server = new PageServer(3)) {
            Process process = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-Xlog:class+load",
                            "-cp",
                            lean,
                            Child.class.getName(),
                            ours.name(),
                            server.uri().toString(),
                            "1",
                            "3")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(lean).doesNotContain("jackson-databind");
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.lines())
                    .noneMatch(line -> line.contains("kotlin.jvm.internal.ReflectionFactory "))
                    .filteredOn(line -> line.contains(" dev.xeroauth.") && line.contains("$$Lambda"))
                    .hasSizeBetween(1, lambdas);
        }
    }
}
