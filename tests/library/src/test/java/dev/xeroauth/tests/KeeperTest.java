package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.KeeperHealth;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Grants that nobody asks for. */
class KeeperTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void runOnce_nothingDue_asksNobody() {
        bench.connect();

        KeeperHealth health = bench.keeper.runOnce();

        assertThat(health)
                .isEqualTo(new KeeperHealth(Optional.of(bench.time.now()), Duration.ZERO, 0, Optional.empty()));
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void runOnce_anotherProcessDiedWhileAsking_finishesWhatItBegan() throws InterruptedException {
        GrantRecord record = bench.connect().record();
        Instant now = bench.time.now();
        bench.write(record.edit()
                .candidate(record.current().presented(now))
                .lease(new Lease("nonce-of-the-dead", now.plusSeconds(30)))
                .done());
        bench.time.advance(Duration.ofSeconds(70));
        bench.refresher.answer(Bench.issued(2));

        KeeperHealth health = bench.keeper.runOnce();

        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
        assertThat(bench.event(GrantRefreshed.class).why()).isEqualTo(RefreshReason.UPKEEP);
        assertThat(health.latestRescue()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void runOnce_leaseOfTheDeadByAClockThatIsAhead_isOverAfterHalfAMinuteAllTheSame() {
        GrantRecord record = bench.connect().record();
        Instant theirs = bench.time.now().plus(Duration.ofMinutes(20));
        bench.write(record.edit()
                .candidate(record.current().presented(theirs))
                .lease(new Lease("nonce-of-the-dead", theirs.plusSeconds(30)))
                .done());
        Machinery withoutAClock = bench.machinery(bench.threads(), SharedClock.of(Optional.empty(), bench.time));
        KeeperLoop keeper =
                new KeeperLoop(withoutAClock, new Grants(withoutAClock), id -> CompletableFuture.completedFuture(null));

        keeper.runOnce();
        bench.time.advance(Duration.ofSeconds(29));
        keeper.runOnce();
        assertThat(bench.refresher.presented()).isEmpty();
        bench.time.advance(Duration.ofSeconds(2));
        bench.refresher.answer(Bench.issued(2));
        keeper.runOnce();

        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void runOnce_leaseOfALivingProcess_leavesItAlone() {
        GrantRecord record = bench.connect().record();
        bench.write(record.edit()
                .lease(new Lease("nonce-of-another", bench.time.now().plusSeconds(30)))
                .done());
        bench.time.advance(Duration.ofSeconds(10));

        bench.keeper.runOnce();

        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void runOnce_afterTwentyToThirtyDays_keepsTheGrantAlive() {
        bench.connect();
        bench.time.advance(Duration.ofDays(19));
        bench.keeper.runOnce();
        assertThat(bench.refresher.presented()).isEmpty();

        bench.time.advance(Duration.ofDays(11));
        bench.refresher.answer(Bench.issued(2));
        bench.keeper.runOnce();

        assertThat(bench.refresher.presented()).containsExactly("RT-1");
        assertThat(bench.stored().record().access().token()).isEqualTo("AT-2");
    }

    @Test
    void runOnce_tokenThatWasHandedOutIsDue_refreshesItBeforeAnybodyAsks() throws InterruptedException {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        bench.refresher.answer(Bench.issued(2));

        bench.keeper.runOnce();

        assertThat(bench.event(GrantRefreshed.class).why()).isEqualTo(RefreshReason.DUE);
        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void runOnce_tokenThatNobodyWantsAnyMore_letsItRunOut() throws InterruptedException {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        bench.refresher.answer(Bench.issued(2));
        bench.keeper.runOnce();
        bench.event(GrantRefreshed.class);

        bench.time.advance(Duration.ofMinutes(25));
        bench.keeper.runOnce();

        assertThat(bench.refresher.presented()).containsExactly("RT-1");
    }

    @Test
    void runOnce_suspectGrant_takesTheSecondLook() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
        assertThatThrownBy(bench::token).hasMessageContaining("The grant is kept");
        bench.time.advance(Duration.ofSeconds(31));
        bench.refresher.answer(Bench.issued(2));

        bench.keeper.runOnce();

        assertThat(bench.stored().status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @Test
    void runOnce_disconnectedGrant_isNobodysBusiness() {
        GrantRecord record = bench.connect().record();
        bench.repository.replace(
                Bench.ID, GrantStatus.DISCONNECTED, record, bench.stored().revision());
        bench.time.advance(Duration.ofDays(100));

        bench.keeper.runOnce();

        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void runOnce_handedOutTokenOfADisconnectedGrantIsOver_forgetsIt() {
        GrantRecord record = bench.connect().record();
        bench.token();
        bench.write(GrantStatus.DISCONNECTED, record);
        bench.time.advance(Duration.ofMinutes(30));
        assertThatThrownBy(bench::token).isInstanceOf(GrantDisconnectedException.class);
        bench.time.advance(Duration.ofSeconds(10));
        bench.keeper.runOnce();
        int reads = bench.store.reads();

        bench.time.advance(Duration.ofSeconds(60));
        bench.keeper.runOnce();

        assertThat(bench.store.reads()).isEqualTo(reads);
    }

    @Test
    void runOnce_endedADayAgo_removesIt() {
        GrantRecord record = bench.connect().record();
        bench.repository.replace(
                Bench.ID, GrantStatus.ENDED, record, bench.stored().revision());
        bench.time.advance(Duration.ofHours(23));
        bench.keeper.runOnce();
        assertThat(bench.repository.stored(Bench.ID)).isPresent();

        bench.time.advance(Duration.ofHours(2));
        bench.keeper.runOnce();

        assertThat(bench.repository.stored(Bench.ID)).isEmpty();
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void runOnce_keyMissing_countsItAndTouchesNothing() {
        GrantRecord record = bench.connect().record();
        Setback failed = Setback.NONE.more("time-out", Optional.of(bench.time.now()));
        bench.write(record.edit().released(failed).done());
        bench.keysAvailable = false;

        KeeperHealth health = bench.keeper.runOnce();

        assertThat(health.failed()).isEqualTo(1);
        assertThat(health.problem().orElseThrow()).contains("customer-42", "key ring");
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void runOnce_isTooSoonForTheKeeper_doesNotKeepACallerFromItsToken() {
        bench.connectLongAgo();
        bench.refresher.answer(Bench.issued(2));
        bench.token();
        GrantRecord refreshed = bench.stored().record();
        IssuedAccess over =
                new IssuedAccess("AT-2", bench.time.now().minus(Bench.LIFETIME), Bench.LIFETIME, bench.time.now());
        bench.write(refreshed
                .edit()
                .access(over)
                .confirmAt(Optional.of(bench.time.now()))
                .done());
        Grants other = bench.process();
        new KeeperLoop(
                        bench.machinery(bench.threads(), SharedClock.common(bench.time)),
                        other,
                        id -> CompletableFuture.completedFuture(null))
                .runOnce();
        assertThat(bench.refresher.presented()).hasSize(1);
        bench.refresher.answer(Bench.issued(3));

        assertThat(other.accessToken(Bench.ID).value()).isEqualTo("AT-3");
    }

    @Test
    void runOnce_ownTokenIsDue_waitsForItsRefresh() {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        bench.refresher.answer(Bench.issued(2));

        bench.keeper.runOnce();

        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void runOnce_storeDown_saysSoAndHealthGrowsOld() {
        bench.connect();
        bench.store.readable(false);

        assertThatThrownBy(bench.keeper::runOnce).isInstanceOf(StoreException.class);
        assertThat(bench.keeper.health()).isEqualTo(KeeperHealth.NOTHING_YET);
    }

    @Test
    void runOnce_closed_isRefused() {
        bench.grants.close();

        assertThatThrownBy(bench.keeper::runOnce).isInstanceOf(XeroConfigurationException.class);
    }

    @Test
    void start_aMinuteLater_doesARoundAndSettlesTheNext() throws InterruptedException {
        bench.connect();
        bench.keeper.start();

        bench.later.remove().run();

        assertThat(bench.later.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(bench.keeper.health().lastRound()).isPresent();
    }

    @Test
    void start_aRoundFails_thereIsANextOne() throws InterruptedException {
        bench.connect();
        bench.keeper.start();
        bench.store.readable(false);

        bench.later.remove().run();
        Runnable next = bench.later.poll(10, TimeUnit.SECONDS);
        bench.store.readable(true);
        assertThat(next).isNotNull();
        next.run();

        assertThat(bench.later.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(bench.keeper.health().lastRound()).isPresent();
    }
}
