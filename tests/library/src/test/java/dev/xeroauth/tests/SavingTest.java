package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenSet;
import dev.xeroauth.UnsavedTokens;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that Xero has issued and the store has not taken. */
class SavingTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void accessToken_consentWhileAsking_dropsTheOldConsentsTokens() {
        bench.connectLongAgo();
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
        bench.connectLongAgo();
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
        bench.connectLongAgo();
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
        bench.connectLongAgo();
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
    void saving_byTimerAndFlightAtOnce_isToldOnce() {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            bench.store.writable(false);
            return Bench.issued(2);
        });
        bench.token();
        bench.store.writable(true);
        Semaphore saving = new Semaphore(0);
        bench.store.before = call -> saving.acquireUninterruptibly();
        bench.later.remove().run();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(Bench.issued(3));
        CompletableFuture<AccessToken> caller = bench.grants.accessTokenAsync(Bench.ID);
        bench.store.before = call -> {};
        saving.release(2);

        assertThat(caller.join().value()).isEqualTo("AT-3");
        bench.settle();
        assertThat(bench.events).filteredOn(GrantRefreshed.class::isInstance).hasSize(2);
        assertThat(bench.refresher.presented()).containsExactly("RT-1", "RT-2");
    }

    @Test
    void accessToken_cipherFailsAfterXeroAnswered_keepsTheTokens() throws InterruptedException {
        bench.connectLongAgo();
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
    void accessToken_errorWhileSaving_keepsTheTokens() throws InterruptedException {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            bench.store.brokenWriting(new NoClassDefFoundError("a/driver"));
            return Bench.issued(2);
        });

        assertThat(bench.token()).isEqualTo("AT-2");
        bench.store.brokenWriting(null);
        bench.later.remove().run();

        bench.event(GrantRefreshed.class);
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 0, -5})
    void accessToken_absurdLifetime_countsAsFiveMinutes(long seconds) {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Issued(
                new TokenSet("AT-2", Optional.of("RT-2"), Duration.ofSeconds(seconds), Set.of(), Optional.empty())));

        assertThat(bench.grants.accessToken(Bench.ID).expiresAt())
                .isEqualTo(bench.time.now().plus(Duration.ofMinutes(5)));
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void close_refreshUnderWay_waitsForItAndItsSaving() throws InterruptedException {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        Semaphore asked = new Semaphore(0);
        Semaphore xero = new Semaphore(0);
        bench.refresher.answer(() -> {
            asked.release();
            xero.acquireUninterruptibly();
            return Bench.issued(2);
        });
        bench.token();
        asked.acquire();
        Thread closing = new Thread(bench.grants::close);
        closing.start();

        xero.release();
        closing.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(closing.isAlive()).isFalse();
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void close_storeStaysDown_saysSoAfter30Seconds() throws InterruptedException {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            bench.store.writable(false);
            return Bench.issued(2);
        });
        bench.token();

        bench.grants.close();

        assertThat(bench.event(UnsavedTokens.class).grantId()).isEqualTo(Bench.ID);
        assertThat(bench.time.now())
                .isAfterOrEqualTo(Bench.START.plus(Duration.ofMinutes(29)).plusSeconds(30));
    }
}
