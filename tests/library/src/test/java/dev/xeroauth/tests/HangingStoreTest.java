package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.KeeperHealth;
import dev.xeroauth.StoreException;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store behind a network that swallows packets: some of its calls never return. */
class HangingStoreTest {

    private static final Duration LONGEST_CALL = Duration.ofMillis(100);
    private static final int MORE_THAN_AT_ONCE = 20;

    private final Bench bench = new Bench();
    private final Machinery machinery = bench.machinery(
            new OwnThreads(HangingStoreTest::start, LONGEST_CALL, LONGEST_CALL), SharedClock.common(bench.time));
    private final Grants grants = new Grants(machinery);
    private final KeeperLoop keeper = new KeeperLoop(machinery, grants, id -> CompletableFuture.completedFuture(null));
    private final CountDownLatch over = new CountDownLatch(1);

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private void hang() {
        bench.store.before = call -> wait(over);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void recover() {
        bench.store.before = call -> {};
    }

    @AfterEach
    void close() {
        over.countDown();
        bench.close();
    }

    @Test
    void accessToken_readNeverReturns_failsAndTheNextCallerIsServed() {
        bench.connect();
        hang();
        assertThatThrownBy(() -> grants.accessToken(Bench.ID))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has not returned");

        recover();
        bench.time.advance(Duration.ofSeconds(1));

        assertThat(grants.accessToken(Bench.ID).value()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_moreHangThanMayFlyAtOnce_leavesRoomForAnother() {
        bench.connect();
        hang();
        List<CompletableFuture<AccessToken>> hanging = IntStream.range(0, MORE_THAN_AT_ONCE)
                .mapToObj(number -> grants.accessTokenAsync(GrantId.of("hanging-" + number)))
                .toList();
        hanging.forEach(it -> assertThatThrownBy(it::join).hasCauseInstanceOf(StoreException.class));
        recover();

        assertThat(grants.accessToken(Bench.ID).value()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_saveNeverReturns_keepsTheTokensAndSavesThemLater() throws InterruptedException {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            hang();
            return Bench.issued(2);
        });

        assertThat(grants.accessToken(Bench.ID).value()).isEqualTo("AT-2");
        recover();
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-1");
        bench.later.remove().run();

        bench.event(GrantRefreshed.class);
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void accessToken_hangingWritesLandAfterAll_changesNothingAnyMore() throws InterruptedException {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            hang();
            return Bench.issued(2);
        });
        grants.accessToken(Bench.ID);
        recover();
        bench.later.remove().run();
        bench.event(GrantRefreshed.class);
        OpenGrant saved = bench.stored();

        over.countDown();
        grants.close();

        assertThat(bench.stored()).isEqualTo(saved);
        assertThat(bench.refresher.presented()).containsExactly("RT-1");
    }

    @Test
    void runOnce_queueIsNotReadToItsEnd_failsAndTheNextRoundDoesTheWork() {
        Setback failed = Setback.NONE.more("time-out", Optional.of(bench.time.now()));
        bench.write(bench.connect().record().edit().released(failed).done());
        bench.refresher.answer(Bench.issued(2));
        hang();
        assertThatThrownBy(keeper::runOnce).isInstanceOf(StoreException.class).hasMessageContaining("has not returned");

        recover();

        assertThat(keeper.runOnce().failed()).isZero();
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void runOnce_oneRecordCannotBeRead_looksAfterTheOthers() {
        GrantRecord record = bench.connect().record();
        bench.repository.replace(GrantId.of("another"), GrantStatus.CONNECTED, record, Revision.NONE);
        bench.time.advance(Duration.ofDays(31));
        bench.refresher.answer(Bench.issued(2));
        int calls = bench.store.calls();
        CountDownLatch stuck = new CountDownLatch(1);
        // The second queue is the one of the idle; the first call after it reads one of the two.
        bench.store.before = call -> {
            if (call == calls + 3) {
                wait(stuck);
            }
        };

        KeeperHealth health = keeper.runOnce();
        stuck.countDown();

        assertThat(health.failed()).isEqualTo(1);
        assertThat(bench.refresher.presented()).containsExactly("RT-1");
    }

    @Test
    void accessToken_onlyTheSaveHangs_isHandedOutLongBeforeThatCallIsGivenUp() {
        Grants patient = new Grants(bench.machinery(
                new OwnThreads(HangingStoreTest::start, Duration.ofMinutes(10), LONGEST_CALL),
                SharedClock.common(bench.time)));
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            hang();
            return Bench.issued(2);
        });

        assertThat(patient.accessToken(Bench.ID).value()).isEqualTo("AT-2");
    }
}
