package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer without tokens for which the record has changed meanwhile. */
class ReleaseTest {

    @Test
    void releases_ownNonceIsThere_appliesItToTheNewRecord() {
        OneFlight flight = answered(Grants.NOT_SENT);

        flight.stores(was -> was.edit().done()).writes().goes();

        assertThat(flight.record().current()).isEqualTo(RefreshCandidate.ofConsent("R0"));
        assertThat(flight.record().lease()).isEmpty();
        flight.ending(Ending.NotNow.class);
    }

    @Test
    void releases_anotherHasTheLease_leavesIt() {
        OneFlight flight = answered(Grants.AMBIGUOUS);

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(60))).writes();
        OpenGrant stood = flight.grant();
        flight.goes();

        assertThat(flight.grant()).isEqualTo(stood);
        flight.ending(Ending.NotNow.class);
    }

    @Test
    void releases_storeForgotThePresentation_writesItDownAgain() {
        OneFlight flight = answered(Grants.AMBIGUOUS);

        flight.stores(GrantStatus.CONNECTED, Grants.fresh()).writes().goes();

        assertThat(flight.record().current())
                .isEqualTo(RefreshCandidate.ofConsent("R0").presented(NOW));
        assertThat(flight.record().lease()).isEmpty();
        flight.ending(Ending.NotNow.class);
    }

    @Test
    void releases_storeForgotThePresentationAndAnotherHasTheLease_writesItDownUnderThatLease() {
        OneFlight flight = answered(Grants.AMBIGUOUS);
        GrantRecord record = Grants.withSpares(Grants.fresh(), Grants.spare("S"))
                .edit()
                .lease(new Lease("another", NOW.plusSeconds(30)))
                .done();

        flight.stores(GrantStatus.SUSPECT, record).writes().goes();

        assertThat(flight.record().current().presentations()).isEqualTo(1);
        assertThat(flight.record().isLeasedBy("another")).isTrue();
        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
    }

    @Test
    void releases_storeForgotThePresentationAndAnotherHasRefreshedSince_leavesDoubtAboutTheNewToken() {
        OneFlight flight = answered(Grants.AMBIGUOUS);
        RefreshCandidate theirs = RefreshCandidate.ofConsent("R0").presented(NOW.plusSeconds(9));
        GrantRecord refreshed = Grants.fresh()
                .edit()
                .current(theirs.successor("R1"))
                .previous(theirs)
                .done();

        flight.stores(GrantStatus.CONNECTED, refreshed).writes().goes();

        RefreshCandidate previous = flight.record().previous().orElseThrow();
        assertThat(previous.firstPresentedAt()).contains(NOW);
        assertThat(previous.lastPresentedAt()).contains(NOW.plusSeconds(9));
        assertThat(previous.presentations()).isEqualTo(2);
        assertThat(flight.record().current().token()).isEqualTo("R1");
        assertThat(flight.record().confirmAt())
                .hasValueSatisfying(at -> assertThat(at).isBefore(NOW.plus(Duration.ofMinutes(28))));
    }

    @Test
    void releases_storeForgotThePresentationAndAnotherPresentsNow_countsBoth() {
        OneFlight flight = answered(Grants.AMBIGUOUS);
        GrantRecord asking = Grants.fresh()
                .edit()
                .candidate(RefreshCandidate.ofConsent("R0").presented(NOW.plusSeconds(9)))
                .lease(new Lease("another", NOW.plusSeconds(39)))
                .done();

        flight.stores(GrantStatus.CONNECTED, asking).writes().goes();

        assertThat(flight.record().current().firstPresentedAt()).contains(NOW);
        assertThat(flight.record().current().presentations()).isEqualTo(2);
        assertThat(flight.record().isLeasedBy("another")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.xeroauth.internal.protocol.AnswerTest#thatUseNothingUp")
    void releases_storeForgotAPresentationThatUsedNothingUp_leavesItSo(RefreshOutcome outcome) {
        OneFlight flight = answered(outcome);

        flight.stores(GrantStatus.CONNECTED, Grants.fresh()).writes().goes();

        assertThat(flight.record()).isEqualTo(Grants.fresh());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "ENDED"})
    void releases_anotherConsentOrNone_writesNothing(GrantStatus status) {
        OneFlight flight = answered(Grants.AMBIGUOUS);
        String generation = status == GrantStatus.ENDED ? "generation-1" : "generation-2";

        flight.stores(status, Grants.consented(generation, "0")).writes();
        OpenGrant stood = flight.grant();
        flight.goes();

        assertThat(flight.grant()).isEqualTo(stood);
        flight.ending(Ending.NotNow.class);
    }

    @Test
    void releases_grantEndedOverTheLease_writesNothing() {
        OneFlight flight = answered(Grants.AMBIGUOUS);

        flight.stores(GrantStatus.ENDED, flight.record().edit().done()).writes();
        OpenGrant stood = flight.grant();
        flight.goes();

        assertThat(flight.grant()).isEqualTo(stood);
        flight.ending(Ending.NotNow.class);
    }

    @Test
    void releases_recordIsMissing_endsAllTheSame() {
        answered(Grants.AMBIGUOUS).storeLoses().writes().goes().ending(Ending.NotNow.class);
    }

    @Test
    void releases_storeForgotThatASpareWasPresented_writesItDownInItsPlace() {
        GrantRecord record = Grants.withSpares(
                Grants.fresh(), RefreshCandidate.ofConsent("R0").successor("R1"));
        OneFlight flight = OneFlight.over(record).goes().answers(Grants.AMBIGUOUS);

        flight.stores(GrantStatus.CONNECTED, record).writes().goes();

        assertThat(flight.record().current()).isEqualTo(record.current());
        assertThat(flight.record().spares())
                .containsExactly(record.spares().get(0).presented(NOW));
    }

    private static OneFlight answered(RefreshOutcome outcome) {
        return OneFlight.over(Grants.fresh()).goes().answers(outcome);
    }
}
