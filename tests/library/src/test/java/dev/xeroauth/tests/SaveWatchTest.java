package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.StoreWentBack;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks after a save whether the store still has the tokens. */
class SaveWatchTest {

    private final Bench bench = new Bench();
    private final Grants grants =
            new Grants(bench.machinery(new OwnThreads(Runnable::run), SharedClock.common(bench.time)));
    private Optional<StoredGrant> unleased = Optional.empty();
    private Optional<StoredGrant> leased = Optional.empty();

    @AfterEach
    void close() {
        bench.close();
    }

    private void refresh() {
        bench.connectLongAgo();
        unleased = bench.store.find(Bench.ID);
        bench.refresher.answer(() -> {
            leased = bench.store.find(Bench.ID);
            return Bench.issued(2);
        });
        assertThat(grants.accessToken(Bench.ID).value()).isEqualTo("AT-2");
    }

    private Revision revision() {
        return bench.store.find(Bench.ID).orElseThrow().revision();
    }

    private void goBackTo(Optional<StoredGrant> older) {
        assertThat(bench.store.replace(older.orElseThrow(), revision())).isTrue();
    }

    private void look(Duration after) {
        bench.time.advance(after);
        bench.later.remove().run();
    }

    @Test
    void look_storeLostTheSave_keepsTheTokensAsASpareBesideTheLease() {
        refresh();
        goBackTo(leased);

        look(Duration.ofSeconds(2));
        look(Duration.ofSeconds(28));

        assertThat(bench.stored().record().spares())
                .extracting(spare -> spare.token())
                .containsExactly("RT-2");
        assertToldOnce();
    }

    @Test
    void look_storeLostTheWholeRefresh_savesItOnceMore() {
        refresh();
        goBackTo(unleased);

        look(Duration.ofSeconds(2));
        look(Duration.ofSeconds(28));

        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
        assertThat(bench.stored().record().access().token()).isEqualTo("AT-2");
        assertToldOnce();
    }

    private void assertToldOnce() {
        bench.settle();
        assertThat(bench.events).filteredOn(StoreWentBack.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void look_storeLosesItAtAnyTimeBefore_isFoundByTheNextLook(int looksBefore) {
        refresh();
        for (int i = 0; i < looksBefore; i++) {
            look(Duration.ofSeconds(28));
        }
        goBackTo(unleased);

        look(Duration.ofMinutes(4));

        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
        assertThat(bench.later).hasSize(looksBefore == 2 ? 0 : 1);
    }

    @Test
    void look_nothingLost_writesNothingAndEndsAfterThreeLooks() {
        refresh();
        Revision saved = revision();
        int reads = bench.store.reads();

        look(Duration.ofSeconds(2));
        look(Duration.ofSeconds(28));
        look(Duration.ofMinutes(4));

        assertThat(bench.later).isEmpty();
        assertThat(bench.store.reads() - reads).isEqualTo(3);
        assertThat(revision()).isEqualTo(saved);
        assertThat(bench.refresher.presented()).hasSize(1);
    }

    @Test
    void look_storeDown_goesOnLooking() {
        refresh();
        bench.store.readable(false);
        look(Duration.ofSeconds(2));
        bench.store.readable(true);
        goBackTo(unleased);

        look(Duration.ofSeconds(28));

        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @Test
    void look_savedAgainMeanwhile_isLeftToTheLooksOfThatSave() {
        refresh();
        Runnable ofTheFirst = bench.later.remove();
        bench.time.advance(Duration.ofMinutes(29));
        bench.refresher.answer(Bench.issued(3));
        assertThat(grants.accessToken(Bench.ID).value()).isEqualTo("AT-3");
        int reads = bench.store.reads();

        ofTheFirst.run();
        assertThat(bench.store.reads()).isEqualTo(reads);
        assertThat(bench.later).hasSize(1);

        look(Duration.ofSeconds(2));
        assertThat(bench.store.reads()).isEqualTo(reads + 1);
    }
}
