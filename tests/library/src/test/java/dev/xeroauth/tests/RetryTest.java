package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.AppRejectedException;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRecovered;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator who insists. */
class RetryTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private GrantDescription retried() {
        return bench.overview.retry(Bench.ID);
    }

    private void fails(RefreshOutcome outcome) {
        bench.refresher.answer(outcome);
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
    }

    private void isDisconnected() {
        bench.connectLongAgo();
        fails(new RefreshOutcome.Refused("invalid_grant"));
        bench.time.advance(Duration.ofSeconds(30));
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
        assertThatThrownBy(bench::token).isInstanceOf(GrantDisconnectedException.class);
    }

    @Test
    void retry_goodToken_fetchesAnother() throws InterruptedException {
        bench.connect();
        assertThat(bench.token()).isEqualTo("AT-1");
        bench.time.advance(Duration.ofMinutes(3));
        bench.refresher.answer(Bench.issued(2));

        GrantDescription found = retried();

        assertThat(found.lastRefreshedAt()).isEqualTo(bench.time.now()).isEqualTo(found.asOf());
        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.event(GrantRefreshed.class).why()).isEqualTo(RefreshReason.RETRIED);
    }

    @Test
    void retry_beforeTheNextAttempt_doesNotWaitForItNorBelieveWhatIsKnownHere() {
        bench.connectLongAgo();
        fails(new RefreshOutcome.Throttled(Optional.of(Duration.ofMinutes(4))));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        AtomicReference<CompletableFuture<AccessToken>> callerMeanwhile = new AtomicReference<>();
        bench.refresher.answer(() -> {
            callerMeanwhile.set(bench.grants.accessTokenAsync(Bench.ID));
            return Bench.issued(2);
        });

        GrantDescription found = retried();

        assertThat(found.failures()).isZero();
        assertThat(found.nextAttemptAt()).isEmpty();
        assertThat(callerMeanwhile.get())
                .succeedsWithin(Duration.ofSeconds(10))
                .extracting(AccessToken::value)
                .isEqualTo("AT-2");
    }

    @Test
    void retry_disconnectedByMistake_connectsItAgain() throws InterruptedException {
        isDisconnected();
        bench.refresher.answer(Bench.issued(2));

        assertThat(retried().status()).isEqualTo(GrantStatus.CONNECTED);

        bench.event(GrantRecovered.class);
        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void retry_revoked_saysThatItIsStillDisconnected() throws InterruptedException {
        isDisconnected();
        bench.event(GrantDisconnected.class);
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));

        GrantDescription found = retried();

        assertThat(found.status()).isEqualTo(GrantStatus.DISCONNECTED);
        assertThat(found.lastError()).contains("invalid_grant");
        bench.settle();
        assertThat(bench.events).noneMatch(GrantDisconnected.class::isInstance);
    }

    @Test
    void retry_noAnswer_isInTheDescriptionAndNoException() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Ambiguous("status 503"));

        GrantDescription found = retried();

        assertThat(found.failures()).isEqualTo(1);
        assertThat(found.lastError().orElseThrow()).contains("status 503");
        assertThat(found.nextAttemptAt()).isPresent();
        assertThat(found.toString()).doesNotContain("AT-1", "RT-1");
    }

    @Test
    void retry_withinTwoMinutesOfARefresh_asksXeroNothing() {
        bench.connectLongAgo();
        bench.refresher.answer(Bench.issued(2));
        bench.token();
        bench.time.advance(Duration.ofMinutes(2));

        assertThat(retried().lastRefreshedAt()).isEqualTo(bench.time.now().minus(Duration.ofMinutes(2)));
        assertThat(bench.refresher.presented()).hasSize(1);
    }

    @Test
    void retry_flightForSomethingElseIsUnderWay_isFollowedByOneOfItsOwn() throws Exception {
        bench.connectLongAgo();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        bench.refresher.answer(() -> {
            asked.countDown();
            Threads.await(answered);
            return new RefreshOutcome.Ambiguous("status 503");
        });
        bench.grants.accessTokenAsync(Bench.ID).exceptionally(e -> null);
        Threads.await(asked);
        bench.refresher.answer(Bench.issued(2));
        CompletableFuture<GrantDescription> retried = new CompletableFuture<>();
        Thread operator = new Thread(() -> retried.completeAsync(this::retried, Runnable::run));
        operator.start();
        awaitWaiting(operator);

        answered.countDown();

        assertThat(retried.get(10, TimeUnit.SECONDS).failures()).isZero();
        assertThat(bench.refresher.presented()).containsExactly("RT-1", "RT-1");
    }

    private static void awaitWaiting(Thread thread) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void retry_ended_isNotFound() {
        bench.write(GrantStatus.ENDED, bench.connect().record().edit().done());

        assertThatThrownBy(this::retried).isInstanceOf(GrantNotFoundException.class);
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void retry_appRejected_isAnExceptionBecauseTheGrantDoesNotShowIt() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.AppRejected("invalid_client"));

        assertThatThrownBy(this::retried)
                .isInstanceOf(AppRejectedException.class)
                .hasMessageContaining("invalid_client");
        assertThat(bench.overview.describe(Bench.ID).lastError()).isEmpty();
    }

    @Test
    void retry_noThreadToBeHad_isAnExceptionBecauseTheGrantDoesNotShowIt() {
        bench.connect();
        bench.threadsAvailable = false;

        assertThatThrownBy(this::retried)
                .isInstanceOf(TokenUnavailableException.class)
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void retry_notThere_isAnExceptionOfItsOwn() {
        assertThatThrownBy(() -> bench.overview.retry(GrantId.of("customer-7")))
                .isInstanceOf(GrantNotFoundException.class)
                .hasMessageContaining("customer-7");
    }

    @Test
    void retry_storeOrKeyIsGone_saysSo() {
        bench.connect();
        bench.keysAvailable = false;
        assertThatThrownBy(this::retried).isInstanceOf(SealedRecordException.class);

        bench.keysAvailable = true;
        bench.store.readable(false);
        assertThatThrownBy(this::retried).isInstanceOf(StoreException.class).hasRootCauseMessage("the store is down");
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void retry_closed_saysSo() {
        bench.connect();
        bench.settle();

        assertThatThrownBy(this::retried)
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("closed");
    }
}
