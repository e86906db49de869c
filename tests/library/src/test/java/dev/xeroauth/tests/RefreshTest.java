package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.AccessToken;
import dev.xeroauth.AppRejectedException;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.RefreshFailed;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.UnsavedTokens;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshTest {

    private static final int MANY = 200;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void accessToken_fresh_isTheSameWithoutReadingAgain() {
        bench.connect();
        AccessToken first = bench.grants.accessToken(Bench.ID);
        int reads = bench.store.reads();

        bench.time.advance(Duration.ofMinutes(19));

        assertThat(bench.grants.accessToken(Bench.ID)).isSameAs(first);
        assertThat(bench.store.reads()).isEqualTo(reads);
        assertThat(first.value()).isEqualTo("AT-1");
        assertThat(first.expiresAt()).isEqualTo(Bench.START.plus(Bench.LIFETIME));
    }

    @Test
    void accessToken_due_isHandedOutWhileOneRefreshRunsBehind() throws InterruptedException {
        bench.connect();
        bench.token();
        Semaphore xero = new Semaphore(0);
        bench.refresher.answer(() -> {
            xero.acquireUninterruptibly();
            return Bench.issued(2);
        });

        bench.time.advance(Duration.ofMinutes(21));
        for (int i = 0; i < MANY; i++) {
            assertThat(bench.token()).isEqualTo("AT-1");
        }
        xero.release();

        assertThat(bench.event(GrantRefreshed.class).why()).isEqualTo(RefreshReason.DUE);
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
        assertThat(bench.refresher.presented()).containsExactly("RT-1");
    }

    @Test
    void accessToken_expiredAndManyThreads_asksXeroOnce() throws InterruptedException {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        CountDownLatch allThere = new CountDownLatch(MANY);
        bench.refresher.answer(() -> {
            awaitUnchecked(allThere);
            return Bench.issued(2);
        });
        Set<String> tokens = ConcurrentHashMap.newKeySet();

        inThreads(MANY, () -> {
            allThere.countDown();
            tokens.add(bench.token());
        });

        assertThat(tokens).containsExactly("AT-2");
        assertThat(bench.refresher.presented()).containsExactly("RT-1");
    }

    @Test
    void accessToken_clockOfTheHostJumps_isStillFresh() {
        bench.connect();
        bench.token();

        bench.time.skewWallClock(Duration.ofHours(3));

        assertThat(bench.token()).isEqualTo("AT-1");
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void accessToken_unknownGrant_saysWhatToDo() {
        assertThatThrownBy(() -> bench.grants.accessToken(GrantId.of("nobody")))
                .isInstanceOf(GrantNotFoundException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("consent");
    }

    @Test
    void accessToken_beforeXeroIsAsked_theLeaseIsStored() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        List<GrantRecord> seen = new ArrayList<>();
        bench.refresher.answer(() -> {
            seen.add(bench.stored().record());
            return Bench.issued(2);
        });

        bench.token();

        assertThat(seen.get(0).lease()).isPresent();
        assertThat(seen.get(0).current().firstPresentedAt()).contains(bench.time.now());
        assertThat(bench.stored().record().lease()).isEmpty();
        assertThat(bench.stored().record().previous().orElseThrow().token()).isEqualTo("RT-1");
    }

    @Test
    void accessToken_noUsableAnswer_failsAtOnceUntilTheNextAttempt() throws InterruptedException {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(new RefreshOutcome.Ambiguous("status 503"));

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(TokenUnavailableException.class))
                .satisfies(e -> assertThat(e.retryAt()).isPresent())
                .satisfies(e -> assertThat(e).hasMessageContaining("status 503"));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        assertThat(bench.refresher.presented()).hasSize(1);
        RefreshFailed failed = bench.event(RefreshFailed.class);

        bench.time.advance(Duration.between(bench.time.now(), failed.nextAttempt()));
        bench.refresher.answer(Bench.issued(2));
        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.refresher.presented()).containsExactly("RT-1", "RT-1");
    }

    @Test
    void accessToken_noUsableAnswerAndALiveToken_handsThatOut() throws InterruptedException {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        bench.refresher.answer(new RefreshOutcome.Ambiguous("status 503"));

        assertThat(bench.token()).isEqualTo("AT-1");
        bench.event(RefreshFailed.class);
        assertThat(bench.token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_requestNeverLeft_doesNotCountAsPresented() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(new RefreshOutcome.NotSent("UnknownHostException"));

        assertThatThrownBy(bench::token).hasMessageContaining("was not reached");

        assertThat(bench.stored().record().current()).isEqualTo(new RefreshCandidate("RT-1", Optional.empty(), 0));
    }

    @Test
    void accessToken_throttled_waitsAsLongAsXeroSays() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(new RefreshOutcome.Throttled(Optional.of(Duration.ofMinutes(2))));

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(TokenUnavailableException.class))
                .extracting(TokenUnavailableException::retryAt)
                .isEqualTo(Optional.of(bench.time.now().plus(Duration.ofMinutes(2))));
        bench.time.advance(Duration.ofSeconds(119));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        assertThat(bench.refresher.presented()).hasSize(1);
    }

    @Test
    void accessToken_appRejected_touchesNoGrant() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(new RefreshOutcome.AppRejected("invalid_client"));

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(AppRejectedException.class))
                .extracting(AppRejectedException::error)
                .isEqualTo("invalid_client");
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @Test
    void accessToken_refresherThrows_keepsTheGrant() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(() -> {
            throw new IllegalStateException("RT-1 in a message");
        });

        assertThatThrownBy(bench::token)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("IllegalStateException")
                .message()
                .doesNotContain("RT-1");
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @Test
    void accessToken_errorInAStore_failsItsCallersAtOnce() {
        bench.connect();
        bench.store.broken(new StackOverflowError());

        assertThatThrownBy(bench::token)
                .isInstanceOf(TokenUnavailableException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void accessToken_refused_isDisconnectedAndSaysSoOnce() throws InterruptedException {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));

        assertThatThrownBy(bench::token).isInstanceOf(GrantDisconnectedException.class);
        assertThatThrownBy(bench::token).isInstanceOf(GrantDisconnectedException.class);

        assertThat(bench.event(GrantDisconnected.class).reason()).isEqualTo("invalid_grant");
        assertThat(bench.events).isEmpty();
        assertThat(bench.refresher.presented()).hasSize(1);
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    @Test
    void accessToken_refusedWhileATokenLives_handsThatOut() throws InterruptedException {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));

        bench.token();
        bench.event(GrantDisconnected.class);

        assertThat(bench.token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_anotherProcessHasRefreshed_takesItsToken() {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(Bench.issued(2));
        bench.process().accessToken(Bench.ID);

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.refresher.presented()).hasSize(1);
    }

    @Test
    void accessToken_anotherProcessDiedWhileAsking_goesOnAfterItsLease() {
        GrantRecord connected = bench.connect().record();
        bench.time.advance(Duration.ofMinutes(29));
        Lease dead = new Lease("dead", bench.time.now().plusSeconds(15));
        bench.write(connected.leased(dead, bench.time.now()));
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.time.now()).isAfterOrEqualTo(dead.until());
    }

    @Test
    void accessToken_consentWhileAsking_dropsTheOldConsentsTokens() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(() -> {
            bench.connect();
            return Bench.issued(2);
        });

        assertThat(bench.token()).isEqualTo("AT-1");
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-1");
        assertThat(bench.stored().record().access().obtainedAt()).isEqualTo(bench.time.now());
    }

    @Test
    void accessToken_recordChangedWhileAsking_savesOnTopOfIt() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(() -> {
            GrantRecord now = bench.stored().record();
            bench.write(now.reaching(now.reach()));
            return Bench.issued(2);
        });

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void accessToken_storeDownAfterXeroAnswered_keepsTheTokensAndSavesThemLater() throws InterruptedException {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(() -> {
            bench.store.writable(false);
            return Bench.issued(2);
        });

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-1");
        bench.store.writable(true);
        bench.later.remove().run();

        bench.event(GrantRefreshed.class);
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void accessToken_unsavedTokensExpire_savesThemBeforeAskingXeroAgain() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(() -> {
            bench.store.writable(false);
            return Bench.issued(2);
        });
        bench.token();
        bench.time.advance(Duration.ofMinutes(29));

        assertThatThrownBy(bench::token).isInstanceOf(StoreException.class);
        bench.store.writable(true);
        bench.time.advance(Duration.ofSeconds(1));
        bench.refresher.answer(Bench.issued(3));

        assertThat(bench.token()).isEqualTo("AT-3");
        assertThat(bench.refresher.presented()).containsExactly("RT-1", "RT-2");
    }

    @Test
    void accessToken_cipherFailsAfterXeroAnswered_keepsTheTokens() throws InterruptedException {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(() -> {
            bench.keysAvailable = false;
            return Bench.issued(2);
        });

        assertThat(bench.token()).isEqualTo("AT-2");
        bench.keysAvailable = true;
        bench.later.remove().run();

        bench.event(GrantRefreshed.class);
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void accessToken_noKeyToSealWith_doesNotPresentTheToken() {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(29));
        bench.keysAvailable = false;

        assertThatThrownBy(bench::token).isInstanceOf(SealedRecordException.class);
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void saveEverything_storeStaysDown_saysSoAfter30Seconds() throws InterruptedException {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(() -> {
            bench.store.writable(false);
            return Bench.issued(2);
        });
        bench.token();

        bench.grants.saveEverything();

        assertThat(bench.event(UnsavedTokens.class).grantId()).isEqualTo(Bench.ID);
        assertThat(bench.time.now())
                .isAfterOrEqualTo(Bench.START.plus(Duration.ofMinutes(29)).plusSeconds(30));
    }

    @Test
    void accessToken_storeNotReadable_failsAndWorksAgainASecondAfterItIsBack() {
        bench.connect();
        bench.store.readable(false);

        assertThatThrownBy(bench::token)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("customer-42")
                .hasRootCauseMessage("the store is down");

        bench.store.readable(true);
        bench.time.advance(Duration.ofSeconds(1));
        assertThat(bench.token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_callerInterrupted_keepsTheFlagAndTheRefreshGoesOn() throws InterruptedException {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(29));
        Semaphore xero = new Semaphore(0);
        bench.refresher.answer(() -> {
            xero.acquireUninterruptibly();
            return Bench.issued(2);
        });

        Thread.currentThread().interrupt();
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
        xero.release();

        bench.event(GrantRefreshed.class);
        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void after_refusedTokenIsOld_refreshesOnceForAllCallers() throws InterruptedException {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.advance(Duration.ofMinutes(5));
        bench.refresher.answer(Bench.issued(2));
        Set<String> tokens = ConcurrentHashMap.newKeySet();

        inThreads(
                MANY,
                () -> tokens.add(bench.grants.of(Bench.ID).after(refused, false).value()));

        assertThat(tokens).containsExactly("AT-2");
        assertThat(bench.refresher.presented()).hasSize(1);
        assertThat(bench.event(GrantRefreshed.class).why()).isEqualTo(RefreshReason.REFUSED_BY_API);
    }

    @Test
    void after_refusedTokenIsYoung_isTheSameAgain() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.advance(Duration.ofSeconds(59));

        assertThat(bench.grants.of(Bench.ID).after(refused, false).value()).isEqualTo("AT-1");
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void after_refusedTokenIsFromAHostWhoseClockIsAhead_refreshes() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.skewWallClock(Duration.ofMinutes(-10));
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.grants.of(Bench.ID).after(refused, false).value()).isEqualTo("AT-2");
    }

    @Test
    void after_refusedTokenIsYoungButExpiredAtXero_refreshes() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.grants.of(Bench.ID).after(refused, true).value()).isEqualTo("AT-2");
    }

    @Test
    void after_anotherProcessHasANewerToken_takesIt() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.advance(Duration.ofMinutes(5));
        bench.refresher.answer(Bench.issued(2));
        Grants other = bench.process();
        other.of(Bench.ID).after(refused, false);

        assertThat(bench.grants.of(Bench.ID).after(refused, false).value()).isEqualTo("AT-2");
        assertThat(bench.refresher.presented()).hasSize(1);
    }

    private static void inThreads(int count, Runnable task) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(task);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
