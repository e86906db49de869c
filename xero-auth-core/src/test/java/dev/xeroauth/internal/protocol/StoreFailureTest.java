package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store that throws after Xero has answered. */
class StoreFailureTest {

    @Test
    void storeFails_whileSaving_writesTheSameTwiceMore() {
        OneFlight flight = issued();
        Action.Write first = flight.writing();

        assertThat(flight.storeFails().writing()).isEqualTo(first);
        assertThat(flight.storeFails().writing()).isEqualTo(first);
        flight.writes().ending(Ending.Obtained.class);
        assertThat(flight.record().current().token()).isEqualTo("R1");
    }

    @Test
    void storeFails_threeTimesWhileSaving_keepsTheTokens() {
        OneFlight flight = issued().storeFails().storeFails().storeFails();

        Ending.Unsaved unsaved = flight.ending(Ending.Unsaved.class);

        assertThat(unsaved.access().token()).isEqualTo("A1");
        flight.passes(Duration.ofSeconds(20)).resumes(unsaved.flight()).goes();
        assertThat(flight.ending(Ending.Obtained.class).grant()).isEqualTo(flight.grant());
        assertThat(flight.record().current().token()).isEqualTo("R1");
        assertThat(flight.record().access().token()).isEqualTo("A1");
        assertThat(flight.record().lease()).isEmpty();
    }

    @Test
    void storeFails_whileReadingAfterAResume_keepsTheTokens() {
        OneFlight flight = issued().storeFails().storeFails().storeFails();
        flight.resumes(flight.ending(Ending.Unsaved.class).flight()).storeFails();

        Flight unsaved = flight.ending(Ending.Unsaved.class).flight();

        flight.resumes(unsaved).goes().ending(Ending.Obtained.class);
        assertThat(flight.record().current().token()).isEqualTo("R1");
    }

    @Test
    void resumes_storeStillFails_hasThreeTriesAgain() {
        OneFlight flight = issued().storeFails().storeFails().storeFails();

        flight.resumes(flight.ending(Ending.Unsaved.class).flight()).finds();

        flight.storeFails().storeFails().action(Action.Write.class);
        flight.storeFails().ending(Ending.Unsaved.class);
    }

    @Test
    void resumes_anotherHasTheLeaseByNow_addsASpare() {
        OneFlight flight = issued().storeFails().storeFails().storeFails();
        flight.passes(Duration.ofMinutes(1));
        flight.stores(was -> Grants.leasedByAnother(was, flight.now().plusSeconds(30)));

        flight.resumes(flight.ending(Ending.Unsaved.class).flight()).goes();

        assertThat(flight.record().spares())
                .containsExactly(RefreshCandidate.ofConsent("R0").successor("R1"));
        assertThat(flight.record().isLeasedBy("another")).isTrue();
        assertThat(flight.ending(Ending.Obtained.class).access().token()).isEqualTo("A1");
    }

    @Test
    void storeFails_saveStands_isFoundByItsToken() {
        OneFlight flight = issued().storeWritesAndFails();

        flight.writes().finds();

        assertThat(flight.ending(Ending.Obtained.class).grant()).isEqualTo(flight.grant());
        assertThat(flight.record().tokenSerial()).isEqualTo(2);
        assertThat(flight.record().spares()).isEmpty();
    }

    @Test
    void storeFails_saveStandsUnderAnothersRefresh_isFoundByItsToken() {
        OneFlight flight = issued().storeWritesAndFails();

        flight.stores(was -> Grants.refreshed(was, "2", NOW)).writes().finds();

        assertThat(flight.ending(Ending.Obtained.class).access().token()).isEqualTo("A1");
        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().current().token()).isEqualTo("R2");
    }

    @Test
    void storeFails_onceAndTheRecordChanged_savesOverTheChange() {
        OneFlight flight = issued().storeFails();

        flight.stores(was -> was.edit().done()).writes().finds();

        assertThat(flight.writing().expected()).isEqualTo(flight.grant().revision());
        flight.writes().ending(Ending.Obtained.class);
        assertThat(flight.record().current().token()).isEqualTo("R1");
    }

    @Test
    void storeFails_whileTheLeaseIsGivenBack_writesTwiceMoreAndEndsAllTheSame() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS);
        Action.Write first = flight.writing();

        assertThat(flight.storeFails().writing()).isEqualTo(first);
        assertThat(flight.storeFails().writing()).isEqualTo(first);
        flight.storeFails();

        assertThat(flight.ending(Ending.NotNow.class).reason()).contains("status 503");
    }

    @Test
    void storeFails_leaseWasGivenBack_endsWithoutAnotherWrite() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS);

        flight.storeWritesAndFails().writes().finds();

        flight.ending(Ending.NotNow.class);
        assertThat(flight.record().setback().failures()).isEqualTo(1);
    }

    @Test
    void storeFails_verdictStands_isNotTakenForTheSecondOne() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED).finds();

        flight.storeWritesAndFails().writes().finds();

        assertThat(flight.ending(Ending.NotNow.class).next()).isEqualTo(NOW.plusSeconds(30));
        assertThat(flight.record().setback().refusedLadders()).isEqualTo(1);
    }

    @Test
    void storeFails_verdictThreeTimes_ends() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED).finds();

        flight.storeFails().storeFails().action(Action.Write.class);
        flight.storeFails().ending(Ending.StoreFailed.class);
    }

    @Test
    void storeFails_twiceBeforeTheRecordChanged_hasTwoMoreTriesForTheNextSave() {
        OneFlight flight = issued().storeFails().storeFails();

        flight.stores(was -> was.edit().done()).writes().finds().storeFails().storeFails();

        flight.writes().ending(Ending.Obtained.class);
    }

    @Test
    void storeFails_readingAfterTheRecordChanged_keepsTheTokens() {
        OneFlight flight = issued().stores(was -> was.edit().done()).writes();
        flight.action(Action.Read.class);

        flight.storeFails().ending(Ending.Unsaved.class);
    }

    private static OneFlight issued() {
        return OneFlight.over(Grants.fresh()).goes().answers(Grants.issued("1"));
    }
}
