package dev.xeroauth.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pchaos verify -Dchaos.store=postgresql|mariadb|redis -Dchaos.minutes=10}. */
@Tag("chaos")
class ChaosTest {

    private static final int GRANTS = 200;

    @Test
    void fourProcesses_killedAndStopped_loseNoGrant() throws Exception {
        String store = System.getProperty("chaos.store", "postgresql");
        Duration duration = Duration.ofMinutes(Long.getLong("chaos.minutes", 1));
        long seed = Long.getLong("chaos.seed", System.nanoTime());
        System.out.println("chaos: seed=" + seed);
        try (SharedServer server = SharedServer.of(store);
                Chaos chaos = new Chaos(server.address(), GRANTS, seed)) {
            chaos.rage(duration);
            Aftermath after = chaos.settle();

            System.out.println("chaos-said: " + after.tally().said());

            System.out.printf("chaos: store=%s minutes=%d %s%n", server.name(), duration.toMinutes(), after.describe());
            assertThat(after.hasSeenTrouble())
                    .as("processes that died and stopped while they refreshed")
                    .isTrue();
            assertThat(after.lost()).as("lost, with what Xero's ledger shows").isEmpty();
        }
    }
}
