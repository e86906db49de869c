package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.UnsavedTokens;
import dev.xeroauth.internal.record.GrantRecord;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void saveEverything_storeStaysDown_saysSoAfter30Seconds() throws InterruptedException {
        bench.connectLongAgo();
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
}
