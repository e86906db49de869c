package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that sleeps while it refreshes, and whose counter stands still meanwhile; the store knows what time it is. */
class SleepingHostTest {

    private static final Duration SLEEP = Duration.ofHours(1);

    private final Bench bench = new Bench();
    private final ManualTime server = ManualTime.at(Bench.START);
    private final Grants grants = new Grants(
            bench.machinery(new OwnThreads(Runnable::run), SharedClock.of(Optional.of(server::now), bench.time)));
    private final List<Duration> leaseLeft = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private void connectLongAgo() {
        bench.connectLongAgo();
        server.advance(Duration.between(server.now(), bench.time.now()));
        bench.refresher.answer(() -> {
            Optional<Lease> lease = bench.stored().record().lease();
            leaseLeft.add(Duration.between(server.now(), lease.map(Lease::until).orElse(Instant.MIN)));
            return Bench.issued(2);
        });
    }

    private void sleep() {
        server.advance(SLEEP);
        bench.time.skewWallClock(SLEEP);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void accessToken_sleptWhileTheLeaseWasWritten_presentsUnderALeaseOfItsOwn(boolean afterTheWrite) {
        connectLongAgo();
        int lease = bench.store.calls() + 2;
        bench.store.before = call -> {
            if (call == lease && !afterTheWrite) {
                sleep();
            }
        };
        bench.store.after = call -> {
            if (call == lease && afterTheWrite) {
                sleep();
            }
        };

        assertThat(grants.accessToken(Bench.ID).value()).isEqualTo("AT-2");

        assertThat(leaseLeft).hasSize(1).allSatisfy(left -> assertThat(left).isGreaterThan(Duration.ofSeconds(15)));
    }

    @Test
    void accessToken_sleptWhileXeroAnswered_savesTheTokensWithTheTimeBefore() {
        bench.connectLongAgo();
        server.advance(Duration.between(server.now(), bench.time.now()));
        Instant asked = server.now();
        bench.refresher.answer(() -> {
            sleep();
            return Bench.issued(2);
        });

        grants.accessToken(Bench.ID);

        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
        assertThat(bench.stored().record().access().obtainedAt()).isEqualTo(asked);
    }

    /** Its thread comes late to the presentation that was allowed. */
    private Grants withLateThreads(Runnable delay) {
        Executor threads = task -> {
            if (late) {
                late = false;
                delay.run();
            }
            task.run();
        };
        int lease = bench.store.calls() + 2;
        bench.store.after = call -> late = call == lease;
        return new Grants(
                bench.machinery(new OwnThreads(threads), SharedClock.of(Optional.of(server::now), bench.time)));
    }

    private boolean late;

    private void pass(Duration duration) {
        bench.time.advance(duration);
        server.advance(duration);
    }

    @Test
    void accessToken_threadSleptBeforeThePresentation_presentsUnderANewLease() {
        connectLongAgo();

        assertThat(withLateThreads(this::sleep).accessToken(Bench.ID).value()).isEqualTo("AT-2");

        assertThat(leaseLeft).hasSize(1).allSatisfy(left -> assertThat(left).isGreaterThan(Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @CsvSource({"1, 29", "10, 20", "20, 30"})
    void accessToken_threadIsLate_presentsOnlyUnderALeaseThatIsYoungEnough(int seconds, int left) {
        connectLongAgo();

        withLateThreads(() -> pass(Duration.ofSeconds(seconds))).accessToken(Bench.ID);

        assertThat(leaseLeft).containsExactly(Duration.ofSeconds(left));
        assertThat(bench.refresher.presented()).containsExactly("RT-1");
        assertThat(bench.stored().record().previous().orElseThrow().presentations())
                .isEqualTo(1);
    }
}
