package dev.xeroauth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.testkit.FakeXero;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ONLY_CLOCK = "dev.xeroauth.spi.SystemTimeSource";
    private static final Set<String> EXPORTED = Set.of(
            "dev.xeroauth",
            "dev.xeroauth.spi",
            "dev.xeroauth.jdbc",
            "dev.xeroauth.accounting",
            "dev.xeroauth.accounting.model",
            "dev.xeroauth.testkit");
    private static final Predicate<String> JDK = startsWith("java.", "javax.");

    private final JavaClasses fixtures = new ClassFileImporter().importPackages("dev.xeroauth.architecture.fixtures");

    @Test
    void clocksAndChance_library_comeFromOutside() {
        assertThat(Rules.clocksAndChance(Libraries.all()))
                .allMatch(violation -> violation.contains("<" + ONLY_CLOCK))
                .hasSize(2);
    }

    @Test
    void clocksAndChance_classThatAsks_isFoundInEveryWay() {
        assertThat(String.join("\n", Rules.clocksAndChance(fixtures)))
                .contains("currentTimeMillis", "java.time.Instant.now", "java.time.LocalDate.now", "java.util.Random");
    }

    @Test
    void monitors_library_hasNone() {
        for (Class<?> anchor : List.of(XeroAuth.class, JdbcTokenStore.class, XeroClient.class, FakeXero.class)) {
            assertThat(Monitors.in(Libraries.home(anchor))).isEmpty();
        }
    }

    @Test
    void monitors_classThatLocks_isFoundInMethodAndBlock() {
        assertThat(Monitors.in(Libraries.home(ArchitectureTest.class)))
                .hasSize(2)
                .anyMatch(found -> found.endsWith("LocksItself.inAMethod is synchronized"))
                .anyMatch(found -> found.endsWith("LocksItself.inABlock has a synchronized block"));
    }

    @Test
    void arrows_core_knowsNoOtherModule() {
        assertThat(Rules.foreignTo(
                        Libraries.core(),
                        JDK.or(startsWith(
                                "org.jspecify.",
                                "okhttp3.",
                                "okio.",
                                "com.fasterxml.jackson.",
                                "dev.failsafe.",
                                "org.slf4j."))))
                .isEmpty();
    }

    @Test
    void arrows_jdbc_knowsTheSpiAndTheJdkAlone() {
        assertThat(Rules.foreignTo(Libraries.jdbc(), JDK.or(ArchitectureTest::isCoreApi)))
                .isEmpty();
    }

    @Test
    void arrows_accounting_knowsCoreByItsApiAlone() {
        assertThat(Rules.foreignTo(
                        Libraries.accounting(),
                        JDK.or(ArchitectureTest::isCoreApi)
                                .or(startsWith("okhttp3.", "okio.", "kotlin.", "com.fasterxml.jackson.core."))))
                .isEmpty();
    }

    @Test
    void arrows_testkit_knowsCoreByItsApiAlone() {
        assertThat(Rules.foreignTo(
                        Libraries.testkit(),
                        JDK.or(ArchitectureTest::isCoreApi)
                                .or(startsWith(
                                        "okhttp3.",
                                        "okio.",
                                        "kotlin.",
                                        "mockwebserver3.",
                                        "com.fasterxml.jackson.",
                                        "org.junit.",
                                        "org.assertj."))))
                .isEmpty();
    }

    @Test
    void arrows_classThatPointsTheWrongWay_isFound() {
        assertThat(Rules.foreignTo(fixtures, JDK)).anyMatch(found -> found.endsWith("-> okhttp3.Response"));
    }

    @Test
    void signatures_library_showNothingOfOkHttpOrJackson() {
        assertThat(Rules.insidesShown(Libraries.all(), ArchitectureTest::isExported))
                .isEmpty();
    }

    @Test
    void signatures_classThatShowsItsInsides_isFoundOnceForWhatMayNotShow() {
        assertThat(Rules.insidesShown(fixtures, type -> true))
                .containsExactly("dev.xeroauth.architecture.fixtures.ShowsItsInsides.answers() shows okhttp3.Response");
    }

    private static boolean isCoreApi(String type) {
        return type.matches("dev\\.xeroauth\\.(spi\\.)?[A-Z].*") || type.startsWith("org.jspecify.");
    }

    private static boolean isExported(JavaClass type) {
        return EXPORTED.contains(type.getPackageName());
    }

    private static Predicate<String> startsWith(String... prefixes) {
        return type -> Arrays.stream(prefixes).anyMatch(type::startsWith);
    }
}
