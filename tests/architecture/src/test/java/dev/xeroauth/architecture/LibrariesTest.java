package dev.xeroauth.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules, on every library that the poms and the module descriptors name. */
class LibrariesTest {

    private static final String CLOCK = "dev.xeroauth.spi.SystemTimeSource";
    private static final Set<String> MAY_ASK = Set.of(
            CLOCK + " asks java.lang.System.nanoTime()",
            CLOCK + " asks java.time.Instant.now()",
            "dev.xeroauth.CustomConnection$Builder asks java.security.SecureRandom.<init>()",
            // parts processes that start again in step, and decides nothing
            "dev.xeroauth.jdbc.StartingAgain asks java.util.concurrent.ThreadLocalRandom.current()",
            "dev.xeroauth.jdbc.StartingAgain asks java.util.concurrent.ThreadLocalRandom.nextInt(int)",
            "dev.xeroauth.accounting.XeroClientBuilder asks java.security.SecureRandom.<init>()",
            "dev.xeroauth.testkit.Samples asks java.security.SecureRandom.<init>()",
            "dev.xeroauth.XeroAuthBuilder asks java.security.SecureRandom.<init>()");

    private final List<Library> libraries = Reactor.libraries(Reactor.root());

    @Test
    void libraries_found_haveEachItsRules() {
        assertThat(libraries).extracting(Library::artifact).contains("xero-auth-core", "xero-testkit");
        assertThat(Knowledge.mismatches(libraries)).isEmpty();
    }

    @Test
    void clocksAndChance_libraries_comeFromOutside() {
        assertThat(Rules.clocksAndChance(Library.classesOf(libraries)))
                .extracting(Violation::toString)
                .containsExactlyInAnyOrderElementsOf(MAY_ASK);
    }

    @TestFactory
    Stream<DynamicTest> monitors_library_hasNone() {
        return each(library -> assertThat(Monitors.in(library.classFiles())).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> arrows_library_pointWhereTheyMay() {
        return each(library -> assertThat(Rules.foreignTo(library.classes(), Knowledge.knownTo(library, libraries)))
                .isEmpty());
    }

    @Test
    void arrows_betweenModules_leadToWhatCoreExports() {
        Predicate<String> known = Knowledge.knownTo(library("dev.xeroauth.jdbc"), libraries);

        assertThat(known)
                .accepts("dev.xeroauth.GrantId", "dev.xeroauth.XeroAuthBuilder", "dev.xeroauth.spi.TokenStore");
        assertThat(known)
                .rejects(
                        "dev.xeroauth.internal.engine.Grants",
                        "dev.xeroauth.accounting.XeroClient",
                        "okhttp3.Response");
    }

    @TestFactory
    Stream<DynamicTest> signatures_library_showNothingOfTheInsides() {
        return each(library -> assertThat(
                        Signatures.shown(library.classes(), library.exported(), Knowledge.shownBy(library, libraries)))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> packages_library_areExportedOrInternal() {
        return each(library -> assertThat(hidden(library)).allMatch(name -> name.contains(".internal")));
    }

    private static Set<String> hidden(Library library) {
        return library.classes().stream()
                .filter(type -> !type.getName().endsWith("-info"))
                .map(JavaClass::getPackageName)
                .filter(name -> !library.exported().contains(name))
                .collect(toSet());
    }

    private Library library(String name) {
        return libraries.stream()
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private Stream<DynamicTest> each(Consumer<Library> rule) {
        return libraries.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> rule.accept(each)));
    }
}
