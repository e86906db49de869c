package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which token a caller gets, and who asks Xero for it. */
class AccessTokenTest {

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
        bench.connectLongAgo();
        CountDownLatch allThere = new CountDownLatch(MANY);
        bench.refresher.answer(() -> {
            Threads.await(allThere);
            return Bench.issued(2);
        });
        Set<String> tokens = ConcurrentHashMap.newKeySet();

        Threads.inParallel(MANY, () -> {
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
    void accessToken_clockSetBackWhileATokenExpires_isNotHandedOutAgain() {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(31));
        bench.time.skewWallClock(Duration.ofHours(-2));
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void accessToken_obtainedByAHostWhoseClockIsAhead_isNotKeptBeyondItsLife() {
        bench.connect();
        bench.time.skewWallClock(Duration.ofMinutes(-30));
        bench.token();
        bench.time.advance(Duration.ofMinutes(31));
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void accessToken_flightFromBeforeAConsent_doesNotAnswerForWhatCameAfter() {
        bench.connectLongAgo();
        Semaphore xero = new Semaphore(0);
        CountDownLatch asked = new CountDownLatch(1);
        bench.refresher.answer(() -> {
            asked.countDown();
            xero.acquireUninterruptibly();
            return new RefreshOutcome.Refused("invalid_grant");
        });
        CompletableFuture<AccessToken> before = bench.grants.accessTokenAsync(Bench.ID);
        Threads.await(asked);
        bench.connect(7, Optional.empty());
        bench.grants.of(Bench.ID).beginAnew();
        CompletableFuture<AccessToken> after = bench.grants.accessTokenAsync(Bench.ID);
        AtomicBoolean fails = new AtomicBoolean(true);
        bench.store.before = call -> {
            if (fails.getAndSet(false)) {
                throw new IllegalStateException("once");
            }
        };
        xero.release();

        assertThatThrownBy(before::join).isInstanceOf(CompletionException.class);
        assertThat(after.join().value()).isEqualTo("AT-7");
    }

    @Test
    void accessToken_callerWithInheritableThreadLocals_leavesNothingInTheLibrarysThreads() throws Exception {
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
        OwnThreads threads = OwnThreads.daemons();

        Thread caller = new Thread(() -> {
            tenant.set("customer-1");
            Thread.currentThread().setContextClassLoader(null);
            threads.execute(() -> seen.complete(Optional.ofNullable(tenant.get())));
        });
        caller.start();

        assertThat(seen.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void accessToken_listenerAsksForAToken_getsTheNewOne() throws Exception {
        bench.connectLongAgo();
        bench.refresher.answer(Bench.issued(2));
        CompletableFuture<String> heard = new CompletableFuture<>();
        bench.listener = event -> heard.complete(bench.token());

        bench.token();

        assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("AT-2");
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
        bench.connectLongAgo();
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
        GrantRecord connected = bench.connectLongAgo();
        Lease dead = new Lease("dead", bench.time.now().plusSeconds(15));
        bench.write(connected.edit().lease(dead).done());
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.time.now()).isAfterOrEqualTo(dead.until());
    }

    @Test
    void accessToken_callerInterrupted_keepsTheFlagAndTheRefreshGoesOn() throws InterruptedException {
        bench.connectLongAgo();
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
}
