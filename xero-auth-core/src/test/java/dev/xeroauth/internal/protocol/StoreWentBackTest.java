package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A flight that knows more than the store. */
class StoreWentBackTest {

    /** The store has lost what this process saved. */
    private static OneFlight wentBack() {
        return wentBack(UnaryOperator.identity());
    }

    private static OneFlight wentBack(UnaryOperator<GrantRecord> since) {
        OneFlight flight = OneFlight.over(Grants.fresh());
        OpenGrant before = flight.grant();
        flight.goes().answers(Grants.issued("1")).goes().ending(Ending.Obtained.class);
        return flight.storeGoesBack(before).stores(since);
    }

    @Test
    void begins_storeLostASave_savesItAgainAndTakesIt() {
        OneFlight flight = wentBack().begins(Need.ANY).goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
        assertThat(flight.record().access().token()).isEqualTo("A1");
        assertThat(flight.record().current().token()).isEqualTo("R1");
        assertThat(flight.record().confirmAt()).isPresent();
        assertThat(flight.memory().newest()).contains(flight.grant());
    }

    @Test
    void begins_storeLostASave_presentsNothingBeforeItIsThereAgain() {
        OneFlight flight = wentBack().begins(Need.another("A1", true)).finds();
        assertThat(flight.writing().record().current().token()).isEqualTo("R1");

        flight.goes();

        assertThat(flight.ending(Ending.TooSoon.class).grant()).isEqualTo(flight.grant());
    }

    @Test
    void begins_storeLostASaveAndAnotherHasTheLease_addsASpareAndWaits() {
        OneFlight flight = wentBack(was -> Grants.leased(was, "another", NOW));

        flight.begins(Need.notExpired("A0")).goes();

        flight.action(Action.ReadLater.class);
        assertThat(flight.record().isLeasedBy("another")).isTrue();
        assertThat(flight.record().spares())
                .containsExactly(RefreshCandidate.ofConsent("R0").successor("R1"));
    }

    @Test
    void writes_recordChangedBeforeItWasMended_decidesAnew() {
        OneFlight flight = wentBack().begins(Need.ANY).finds();

        flight.stores(was -> Grants.leased(was, "another", NOW)).goes();

        assertThat(flight.record().isLeasedBy("another")).isTrue();
        assertThat(flight.record().spares()).hasSize(1);
    }

    @Test
    void writes_recordHasItAgainMeanwhile_writesNothing() {
        OneFlight flight = wentBack();
        OpenGrant saved = flight.memory().newest().orElseThrow();

        flight.begins(Need.ANY).finds().storeGoesBack(saved).goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(saved);
    }

    @Test
    void writes_recordChangesEachTime_endsAndForgetsNothing() {
        OneFlight flight = wentBack().begins(Need.ANY);
        for (int i = 0; i < 3; i++) {
            flight.finds().stores(was -> was.edit().done()).writes();
        }

        flight.finds().ending(Ending.StoreFailed.class);

        assertThat(flight.memory().newest().orElseThrow().record().current().token())
                .isEqualTo("R1");
        assertThat(flight.begins(Need.ANY).goes().record().current().token()).isEqualTo("R1");
    }

    @Test
    void storeFails_cannotBeMended_writesTheSameAgainAndEnds() {
        OneFlight flight = wentBack().begins(Need.ANY).finds();
        Action.Write write = flight.writing();
        assertThat(flight.storeFails().writing()).isEqualTo(write);

        flight.storeFails().storeFails().ending(Ending.StoreFailed.class);

        assertThat(flight.memory().newest().orElseThrow().record().current().token())
                .isEqualTo("R1");
    }

    @Test
    void storeFails_cannotBeMendedButHasATokenThatWillDo_takesIt() {
        GrantRecord live = Grants.refreshed(Grants.fresh(), "1", NOW);
        OneFlight flight = OneFlight.over(live).goes();
        OpenGrant before = flight.grant();
        flight.passes(Duration.ofMinutes(18)).begins(Need.notDue("A1")).goes();
        flight.answers(Grants.issued("2")).goes().storeGoesBack(before);

        flight.begins(Need.ANY).finds().storeFails().storeFails().storeFails();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(before);
        assertThat(flight.memory().newest().orElseThrow().record().current().token())
                .isEqualTo("R2");
    }

    @Test
    void storeWritesAndFails_mendStands_isFound() {
        OneFlight flight = wentBack().begins(Need.ANY).finds().storeWritesAndFails();

        flight.goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
        assertThat(flight.memory().newest()).contains(flight.grant());
    }

    @Test
    void begins_disconnectedByWhatTheStoreWentBackTo_isConnectedAgain() {
        OneFlight flight = wentBack();
        flight.stores(GrantStatus.DISCONNECTED, flight.record());

        flight.begins(Need.ANY).goes();

        flight.ending(Ending.Adopted.class);
        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @Test
    void begins_lookingOnly_mendsAndPresentsNothing() {
        OneFlight flight = wentBack().begins(Need.look("A1")).goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
        assertThat(flight.record().current().token()).isEqualTo("R1");
    }

    @Test
    void begins_recordIsMissing_writesItAnew() {
        OneFlight flight = wentBack().storeLoses().begins(Need.ANY).finds();
        assertThat(flight.writing().expected()).isEqualTo(Revision.NONE);

        flight.goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
        assertThat(flight.record().current().token()).isEqualTo("R1");
        assertThat(flight.record().confirmAt()).isPresent();
    }

    @Test
    void begins_leasedOrSuspectRecordIsMissing_writesItAsItStood() {
        GrantRecord live = Grants.refreshed(Grants.fresh(), "1", NOW);
        OneFlight flight = OneFlight.over(GrantStatus.SUSPECT, Grants.leased(live, "another", NOW));
        flight.goes().storeLoses();

        flight.begins(Need.ANY).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(flight.record().isLeasedBy("another")).isTrue();
    }

    @Test
    void begins_recordIsMissingForLongerThanATombstoneStands_isMissing() {
        OneFlight flight = wentBack().storeLoses();
        OneFlight late = flight.passes(Duration.ofHours(12)).begins(Need.ANY).goes();

        late.ending(Ending.Missing.class);
        assertThat(late.memory().newest()).isPresent();
        late.passes(Duration.ofMillis(-1)).begins(Need.look("")).goes().ending(Ending.Adopted.class);
    }

    @Test
    void begins_endedRecordIsMissing_isMissing() {
        OneFlight flight = OneFlight.over(Grants.fresh());
        flight.goes().answers(Grants.issued("1")).goes();
        flight.stores(GrantStatus.ENDED, flight.record()).begins(Need.ANY).goes();
        assertThat(flight.memory().newest()).isEmpty();

        flight.storeLoses().begins(Need.ANY).goes();

        flight.ending(Ending.Missing.class);
    }

    @Test
    void finds_anotherConsent_knowsThatOneFromThenOn() {
        OneFlight flight = wentBack();

        flight.stores(GrantStatus.CONNECTED, Grants.consented("generation-2", "9"))
                .begins(Need.look("A1"))
                .goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
        assertThat(flight.memory().newest()).contains(flight.grant());
    }

    @Test
    void begins_anotherProcessHasMendedIt_writesNothing() {
        OneFlight flight = wentBack();
        Memory others = flight.memory();
        flight.begins(Need.ANY).goes();
        OpenGrant mended = flight.grant();

        flight.begins(Need.ANY, others).goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(mended);
        assertThat(flight.memory().newest()).contains(mended);
    }

    @Test
    void begins_anotherProcessHasMendedAndRefreshedSeveralTimes_writesNothing() {
        GrantRecord old = Grants.fresh();
        OneFlight flight = OneFlight.over(old);
        for (int i = 1; i <= 3; i++) {
            flight.stores(was -> Grants.refreshed(was, "x", NOW));
        }
        flight.begins(Need.look("")).goes();
        Memory others = flight.memory();
        flight.stores(was -> old).begins(Need.look("")).goes();
        flight.stores(was -> Grants.refreshed(was, "8", NOW)).stores(was -> Grants.refreshed(was, "9", NOW));
        OpenGrant later = flight.grant();

        flight.begins(Need.look(""), others).goes();

        assertThat(flight.grant()).isEqualTo(later);
    }

    @Test
    void begins_aSpareWasDroppedForWantOfRoom_isNotPutBack() {
        List<RefreshCandidate> sixteen =
                IntStream.range(0, 16).mapToObj(i -> Grants.spare("S" + i)).toList();
        OneFlight flight = OneFlight.over(Grants.fresh().edit().spares(sixteen).done());
        flight.begins(Need.look("")).goes();
        RefreshCandidate late = Grants.spare("late");
        flight.stores(was -> was.edit()
                .spares(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(late),
                                sixteen.stream().limit(15))
                        .toList())
                .done());
        OpenGrant full = flight.grant();

        flight.begins(Need.look("")).goes();

        assertThat(flight.grant()).isEqualTo(full);
    }

    @Test
    void writes_overARecordThatLacksWhatIsKnown_doesNotForgetIt() {
        OneFlight flight = wentBack();
        Memory knows = flight.memory();
        OpenGrant older = flight.grant();

        assertThat(knows.with(older, flight.at()).newest()).isEqualTo(knows.newest());
        assertThat(new Memory(Optional.empty(), Optional.empty(), true)
                        .with(older, flight.at())
                        .newest())
                .contains(older);
    }
}
