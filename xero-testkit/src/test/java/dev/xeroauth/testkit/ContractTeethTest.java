package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.spi.TokenStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** That the contract finds what it is there to find, and says no more than it has seen. */
class ContractTeethTest {

    private static final Path PROMISES = Path.of("../xero-auth-core/src/main/java/dev/xeroauth/spi/TokenStore.java");

    /** Run by the tests below only. */
    static class Held extends TokenStoreContract {

        private static volatile Supplier<TokenStore> held = InMemoryTokenStore::new;

        private final TokenStore store = held.get();

        @Override
        protected TokenStore store() {
            return store;
        }
    }

    /** Leaves one test out. */
    static class HeldInPart extends Held {

        @Disabled
        @Override
        @Test
        void list_pageByPage_isInOrderAndComplete() {}
    }

    private record Outcome(TestExecutionSummary summary, String printed) {}

    static Stream<Broken> broken() {
        return Stream.concat(Stream.of(BrokenWriting.values()), Stream.of(BrokenKeeping.values()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void contract_storeThatBreaksAPromise_failsATestOfIt(Broken broken) {
        Held.held = broken::store;

        Outcome outcome = run(Held.class, broken.promise());

        assertThat(outcome.summary().getTestsFailedCount()).isPositive();
        assertThat(outcome.printed()).contains("promises=0/10");
    }

    @Test
    void contract_onlyTheTestsOfOnePromiseRun_keepsThatOneAlone() {
        for (int promise : new int[] {8, 10}) {
            Held.held = InMemoryTokenStore::new;

            Outcome outcome = run(Held.class, promise);

            assertThat(outcome.summary().getTestsFailedCount()).isZero();
            assertThat(outcome.printed())
                    .contains("contract: store=InMemoryTokenStore server=none promises=1/10" + System.lineSeparator());
        }
    }

    @Test
    void contract_aTestIsDisabled_doesNotKeepItsPromise() {
        Held.held = InMemoryTokenStore::new;

        Outcome outcome = run(HeldInPart.class, 8);

        assertThat(outcome.summary().getTestsSkippedCount()).isEqualTo(1);
        assertThat(outcome.printed()).contains("promises=0/10");
    }

    @Test
    void promises_ofTheJavadoc_haveTestsEach() throws IOException {
        String javadoc = Files.readString(PROMISES);
        String promises = javadoc.substring(javadoc.indexOf("<ol>"), javadoc.indexOf("</ol>"));

        assertThat(promises.split("<li>", -1)).hasSize(Promise.COUNT + 1);
        assertThat(IntStream.rangeClosed(1, Promise.COUNT))
                .allSatisfy(promise -> assertThat(KeptPromises.proving(TokenStoreContract.class, promise))
                        .as("tests of promise %s", promise)
                        .isNotEmpty());
    }

    private static Outcome run(Class<? extends TokenStoreContract> tests, int promise) {
        List<DiscoverySelector> selected = KeptPromises.proving(tests, promise)
                .filter(test -> !test.getName().startsWith("library_"))
                .<DiscoverySelector>map(test -> DiscoverySelectors.selectMethod(tests, test.getName()))
                .toList();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selected).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            System.setOut(before);
        }
        return new Outcome(listener.getSummary(), printed.toString(StandardCharsets.UTF_8));
    }
}
