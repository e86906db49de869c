package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A grant is disconnected after two looks at every token, and no sooner. */
class VerdictTest {

    private static final Duration THIRTY_SECONDS = Duration.ofSeconds(30);

    @Test
    void answers_everythingRefused_isSuspectForHalfAMinute() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(flight.record().setback().refusedLadders()).isEqualTo(1);
        assertThat(flight.record().setback().lastError()).contains("invalid_grant");
        assertThat(flight.record().lease()).isEmpty();
        Ending.NotNow ending = flight.ending(Ending.NotNow.class);
        assertThat(ending.next()).isEqualTo(NOW.plus(THIRTY_SECONDS));
        assertThat(ending.reason()).isEqualTo("invalid_grant");
    }

    @Test
    void begins_suspect_looksAgainAfterHalfAMinuteExactly() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED).goes();

        flight.passes(THIRTY_SECONDS.minusNanos(1)).begins(Need.ANY).goes();
        assertThat(flight.ending(Ending.NotNow.class).next()).isEqualTo(NOW.plus(THIRTY_SECONDS));
        flight.passes(Duration.ofNanos(1)).begins(Need.ANY).goes();

        assertThat(flight.presents()).isEqualTo("R0");
        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
    }

    @Test
    void answers_refusedAgain_isDisconnected() {
        OneFlight flight = refusedTwice();

        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
        assertThat(flight.ending(Ending.Disconnected.class).reason()).isEqualTo("invalid_grant");
        assertThat(flight.record().setback().nextAttempt()).isEmpty();
        assertThat(flight.record().lease()).isEmpty();
        assertThat(flight.record().candidate("R0")).isPresent();
    }

    @Test
    void answers_secondLook_climbsTheWholeLadder() {
        OneFlight flight = OneFlight.over(Grants.withSpares(Grants.fresh(), Grants.spare("S")));
        flight.goes().answers(Grants.REFUSED).goes().answers(Grants.REFUSED).goes();

        flight.passes(THIRTY_SECONDS).begins(Need.ANY).goes();

        assertThat(flight.presents()).isEqualTo("R0");
        flight.answers(Grants.REFUSED).goes();
        assertThat(flight.presents()).isEqualTo("S");
        flight.answers(Grants.REFUSED).goes().ending(Ending.Disconnected.class);
    }

    @Test
    void answers_secondLookSucceeds_isConnected() {
        OneFlight flight = suspectAgain().answers(Grants.issued("1")).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(flight.record().setback()).isEqualTo(Setback.NONE);
    }

    @Test
    void answers_secondLookUnanswered_staysSuspectAndIsTakenUpAgain() {
        OneFlight flight = suspectAgain().answers(Grants.AMBIGUOUS).goes();
        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);

        flight.passes(Duration.ofMinutes(1)).begins(Need.ANY).goes();
        flight.answers(Grants.REFUSED).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    @Test
    void saves_spareWhileSuspect_beginsTheTwoLooksAnew() {
        OneFlight flight = spareArrives(GrantStatus.SUSPECT);

        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(flight.record().setback().refusedLadders()).isZero();
        assertThat(flight.record().setback().nextAttempt()).contains(flight.now());
        flight.begins(Need.ANY).goes();
        assertThat(flight.presents()).isEqualTo("R1");
        flight.answers(Grants.REFUSED).goes().answers(Grants.REFUSED).goes();
        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(flight.record().setback().refusedLadders()).isEqualTo(1);
    }

    @Test
    void saves_spareAfterTheDisconnect_isSuspectAgain() {
        OneFlight flight = spareArrives(GrantStatus.DISCONNECTED);

        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(flight.record().setback().refusedLadders()).isZero();
        assertThat(flight.record().setback().nextAttempt()).contains(flight.now());
        assertThat(flight.begins(Need.ANY).goes().presents()).isEqualTo("R1");
    }

    @Test
    void begins_disconnected_doesNotAskXero() {
        OneFlight flight =
                refusedTwice().passes(Duration.ofDays(1)).begins(Need.ANY).goes();

        assertThat(flight.ending(Ending.Disconnected.class).reason()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "SUSPECT", "DISCONNECTED"})
    void begins_liveAccessToken_isHandedOut(GrantStatus status) {
        OneFlight flight = OneFlight.over(status, live()).goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
    }

    @Test
    void begins_disconnectedAndTheLiveTokenIsRefused_isDisconnected() {
        OneFlight flight = OneFlight.over(GrantStatus.DISCONNECTED, live());

        flight.begins(Need.another("A1", true)).goes();

        flight.ending(Ending.Disconnected.class);
    }

    @Test
    void begins_ended_isMissing() {
        OneFlight.over(GrantStatus.ENDED, Grants.fresh()).goes().ending(Ending.Missing.class);
    }

    @Test
    void begins_noRecord_isMissing() {
        OneFlight.overNothing().goes().ending(Ending.Missing.class);
    }

    @Test
    void answers_othersHaveRefusedTheFirstLadderMeanwhile_climbsTheSecondFromItsFoot() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED);
        Setback once = new Setback(1, 1, Optional.of(NOW.plusSeconds(40)), Optional.of("invalid_grant"));

        flight.stores(GrantStatus.SUSPECT, Grants.fresh().edit().setback(once).done());
        flight.passes(Duration.ofSeconds(40)).goes();

        assertThat(flight.presents()).isEqualTo("R0");
    }

    private static GrantRecord live() {
        return Grants.refreshed(Grants.fresh(), "1", NOW);
    }

    private static OneFlight suspectAgain() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED).goes();
        return flight.passes(THIRTY_SECONDS).begins(Need.ANY).goes();
    }

    private static OneFlight refusedTwice() {
        return suspectAgain().answers(Grants.REFUSED).goes();
    }

    /** A flight that has lost its lease saves, after others have judged the grant. */
    private static OneFlight spareArrives(GrantStatus status) {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();
        int looks = status == GrantStatus.DISCONNECTED ? 2 : 1;
        Setback setback = new Setback(
                looks,
                looks,
                looks == 1 ? Optional.of(NOW.plusSeconds(70)) : Optional.empty(),
                Optional.of("invalid_grant"));
        RefreshCandidate current = flight.record().current();
        flight.stores(
                status, Grants.fresh().edit().current(current).setback(setback).done());
        flight.passes(Duration.ofSeconds(50)).answers(Grants.issued("1")).goes();
        flight.ending(Ending.Obtained.class);
        return flight;
    }
}
