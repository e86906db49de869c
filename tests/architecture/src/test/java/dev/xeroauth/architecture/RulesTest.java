package dev.xeroauth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.architecture.fixtures.AskingTheTime;
import dev.xeroauth.architecture.fixtures.Locking;
import dev.xeroauth.architecture.fixtures.Pointing;
import dev.xeroauth.architecture.fixtures.Showing;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each rule finds each way to break it, and nothing else. */
class RulesTest {

    private static final Predicate<String> JDK =
            type -> type.startsWith("java.") || type.startsWith("org.jspecify.annotations.");

    @Test
    void clocksAndChance_everyWay_isFound() {
        List<Violation> found = Rules.clocksAndChance(Ways.classes(AskingTheTime.class));

        assertThat(Ways.found(found, AskingTheTime.class)).isEqualTo(Ways.of(AskingTheTime.class));
        report("clocks", AskingTheTime.class);
    }

    @Test
    void monitors_everyWay_isFound() throws URISyntaxException {
        Path compiled = Path.of(Locking.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(Ways.found(Monitors.in(compiled), Locking.class)).isEqualTo(Ways.of(Locking.class));
        report("monitors", Locking.class);
    }

    @Test
    void arrows_everyWay_isFound() {
        List<Violation> found = Rules.foreignTo(Ways.classes(Pointing.class), JDK);

        assertThat(Ways.found(found, Pointing.class)).isEqualTo(Ways.of(Pointing.class));
        report("arrows", Pointing.class);
    }

    @Test
    void signatures_everyWay_isFound() {
        List<Violation> found = Signatures.shown(
                Ways.classes(Showing.class),
                Set.of(Showing.class.getPackageName()),
                JDK.or(Set.of("okhttp3.Interceptor", "okhttp3.OkHttpClient")::contains)
                        .or(type -> type.startsWith("dev.xeroauth.")));

        assertThat(Ways.found(found, Showing.class)).isEqualTo(Ways.of(Showing.class));
        report("signatures", Showing.class);
    }

    private static void report(String rule, Class<?> fixture) {
        System.out.println(
                "guard: checker=archunit-" + rule + " ways=" + Ways.of(fixture).size() + " caught");
    }
}
