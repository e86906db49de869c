package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What there is to tell of what was written, and how often. */
class NewsTest {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    /** Of every write that stands, in its order. */
    private static List<News> told(OneFlight flight) {
        List<News> told = new ArrayList<>();
        Optional<Action.Write> pending = Optional.empty();
        for (Record happened : flight.history()) {
            if (happened instanceof Event.Written) {
                pending.orElseThrow().news().stream().sorted().forEach(told::add);
            } else if (happened instanceof Step step) {
                pending = Optional.of(step.action())
                        .filter(Action.Write.class::isInstance)
                        .map(Action.Write.class::cast);
            }
        }
        return told;
    }

    private static OneFlight refusedOnce(GrantRecord record) {
        return refused(OneFlight.over(record).goes());
    }

    private static OneFlight refusedTwice(GrantRecord record) {
        return refused(
                refusedOnce(record).passes(HALF_A_MINUTE).begins(Need.ANY).goes());
    }

    private static OneFlight refused(OneFlight flight) {
        while (flight.step().action() instanceof Action.Present) {
            flight.answers(Grants.REFUSED).goes();
        }
        return flight;
    }

    @Test
    void told_refresh_isNothing() {
        assertThat(told(OneFlight.over(Grants.fresh())
                        .goes()
                        .answers(Grants.issued("1"))
                        .goes()))
                .isEmpty();
        assertThat(told(OneFlight.over(Grants.fresh())
                        .goes()
                        .answers(Grants.AMBIGUOUS)
                        .goes()))
                .isEmpty();
    }

    @Test
    void told_refusedTwice_isSuspectAndThenDisconnected() {
        GrantRecord usedBefore = Grants.leased(Grants.fresh(), "gone", NOW.minusSeconds(60))
                .edit()
                .released(Grants.fresh().setback())
                .done();

        assertThat(told(refusedTwice(usedBefore))).containsExactly(News.SUSPECT, News.DISCONNECTED);
    }

    @Test
    void told_secondLookSucceeds_isRecovered() {
        OneFlight flight = refusedOnce(Grants.fresh())
                .passes(HALF_A_MINUTE)
                .begins(Need.ANY)
                .goes();

        flight.answers(Grants.issued("1")).goes();

        assertThat(told(flight)).containsExactly(News.SUSPECT, News.RECOVERED);
    }

    @Test
    void told_verdictMetAChangedRecord_isToldOnce() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED).finds();
        assertThat(flight.writing().news()).containsExactly(News.SUSPECT);

        flight.stores(was -> was.edit().done()).goes();

        assertThat(told(flight)).containsExactly(News.SUSPECT);
    }

    @Test
    void told_saveOfUnknownOutcomeStands_isNotTold() {
        OneFlight flight = refusedOnce(Grants.fresh())
                .passes(HALF_A_MINUTE)
                .begins(Need.ANY)
                .goes();

        flight.answers(Grants.issued("1")).storeWritesAndFails().goes();

        flight.ending(Ending.Obtained.class);
        assertThat(told(flight)).containsExactly(News.SUSPECT);
    }

    @Test
    void told_saveOfUnknownOutcomeIsRepeated_isToldOnce() {
        OneFlight flight = refusedOnce(Grants.fresh())
                .passes(HALF_A_MINUTE)
                .begins(Need.ANY)
                .goes();

        flight.answers(Grants.issued("1")).storeFails().goes();

        assertThat(told(flight)).containsExactly(News.SUSPECT, News.RECOVERED);
    }

    @Test
    void told_spareAfterTheDisconnect_isNothingUntilItIsAccepted() {
        OneFlight late = OneFlight.over(Grants.fresh()).goes().passes(Duration.ofSeconds(50));
        GrantRecord gone = Grants.fresh()
                .edit()
                .current(late.record().current())
                .setback(Grants.fresh()
                        .setback()
                        .ladderRefused("no", Optional.empty())
                        .ladderRefused("no", Optional.empty()))
                .done();
        late.stores(GrantStatus.DISCONNECTED, gone).answers(Grants.issued("1")).goes();
        assertThat(late.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(told(late)).isEmpty();

        late.begins(Need.ANY).goes().answers(Grants.issued("2")).goes();

        assertThat(told(late)).containsExactly(News.RECOVERED);
    }

    @Test
    void told_operatorInsistsOnADisconnectedGrant_isItsRecoveryOrNothing() {
        OneFlight flight = refusedTwice(Grants.fresh());
        List<News> before = told(flight);

        refused(flight.begins(Need.RETRY).goes());
        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
        assertThat(told(flight)).isEqualTo(before);
        flight.begins(Need.RETRY).goes().answers(Grants.issued("1")).goes();

        assertThat(told(flight)).endsWith(News.RECOVERED).hasSize(before.size() + 1);
    }

    @Test
    void told_currentRefusedAtBothLooksAndNeverPresentedBefore_isAForeignRotation() {
        assertThat(told(refusedTwice(Grants.fresh())))
                .containsExactly(News.SUSPECT, News.DISCONNECTED, News.FOREIGN_ROTATION);
        assertThat(told(refusedTwice(Grants.refreshed(NOW.minus(Grants.HALF_HOUR)))))
                .containsExactly(News.SUSPECT, News.DISCONNECTED, News.FOREIGN_ROTATION);
    }

    @Test
    void told_requestNotSentBetween_isAForeignRotationAllTheSame() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.NOT_SENT).goes();
        refused(flight.passes(Duration.ofMinutes(1)).begins(Need.ANY).goes());

        refused(flight.passes(HALF_A_MINUTE).begins(Need.ANY).goes());

        assertThat(told(flight)).contains(News.FOREIGN_ROTATION);
    }

    @Test
    void told_currentUnansweredBefore_isNoForeignRotation() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS).goes();
        refused(flight.passes(Duration.ofMinutes(1)).begins(Need.ANY).goes());

        refused(flight.passes(HALF_A_MINUTE).begins(Need.ANY).goes());

        assertThat(told(flight)).containsExactly(News.SUSPECT, News.DISCONNECTED);
    }

    @Test
    void told_currentUnansweredBetweenTheLooks_isNoForeignRotation() {
        OneFlight flight = refusedOnce(Grants.fresh())
                .passes(HALF_A_MINUTE)
                .begins(Need.ANY)
                .goes();
        flight.answers(Grants.AMBIGUOUS).goes();

        refused(flight.passes(Duration.ofMinutes(1)).begins(Need.ANY).goes());

        assertThat(told(flight)).containsExactly(News.SUSPECT, News.DISCONNECTED);
    }

    @Test
    void told_currentWasInDoubt_isNoForeignRotation() {
        GrantRecord inDoubt = Grants.refreshed(NOW.minus(Grants.HALF_HOUR))
                .edit()
                .confirmAt(Optional.of(NOW))
                .done();

        assertThat(told(refusedTwice(inDoubt))).containsExactly(News.SUSPECT, News.DISCONNECTED);
    }

    @Test
    void told_storeLostASave_isThatItWentBack() {
        OneFlight flight = OneFlight.over(Grants.fresh());
        OpenGrant before = flight.grant();
        flight.goes().answers(Grants.issued("1")).goes();
        Memory others = flight.memory();

        flight.storeGoesBack(before).begins(Need.ANY).goes();
        flight.begins(Need.ANY).goes().begins(Need.ANY, others).goes();

        assertThat(told(flight)).containsExactly(News.WENT_BACK);
    }

    @Test
    void told_storeLostTheLeaseOfWhatIsSaved_isThatItWentBack() {
        OneFlight flight = OneFlight.over(Grants.fresh());
        OpenGrant before = flight.grant();

        flight.goes().storeGoesBack(before).answers(Grants.issued("1")).goes();

        flight.ending(Ending.Obtained.class);
        flight.begins(Need.look("A1")).goes();
        assertThat(told(flight)).containsExactly(News.WENT_BACK);
    }

    @Test
    void told_anotherTookTheLease_isNothing() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(60)))
                .answers(Grants.issued("1"))
                .goes();

        assertThat(flight.record().spares()).hasSize(1);
        assertThat(told(flight)).isEmpty();
    }

    @Test
    void told_storeLostAnUnansweredPresentation_isThatItWentBack() {
        OneFlight flight = OneFlight.over(Grants.fresh());
        OpenGrant before = flight.grant();

        flight.goes().storeGoesBack(before).answers(Grants.AMBIGUOUS).goes();

        assertThat(flight.record().current().presentations()).isEqualTo(1);
        assertThat(told(flight)).containsExactly(News.WENT_BACK);
    }

    @Test
    void told_tokenWasKeptBySomebodyElseMeanwhile_isNothing() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();
        RefreshCandidate kept = flight.record().current().kept();

        flight.stores(
                was -> Grants.refreshed(was, "1", NOW).edit().current(kept).done());
        flight.answers(Grants.AMBIGUOUS).goes();

        assertThat(told(flight)).isEmpty();
    }

    @Test
    void told_recordIsMissing_isThatTheStoreWentBack() {
        OneFlight flight = OneFlight.over(Grants.fresh())
                .goes()
                .answers(Grants.issued("1"))
                .goes();
        assertThat(told(flight.storeLoses().begins(Need.ANY).goes())).containsExactly(News.WENT_BACK);

        OneFlight saving = refusedOnce(Grants.fresh())
                .passes(HALF_A_MINUTE)
                .begins(Need.ANY)
                .goes();
        saving.answers(Grants.issued("1")).storeLoses().goes();
        assertThat(told(saving)).containsExactly(News.SUSPECT, News.RECOVERED, News.WENT_BACK);
    }
}
