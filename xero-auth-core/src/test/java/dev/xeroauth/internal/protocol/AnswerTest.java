package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether each answer uses the presented token up, and what is written down. */
class AnswerTest {

    private static final RefreshCandidate NEVER_PRESENTED = RefreshCandidate.ofConsent("R0");

    static Stream<RefreshOutcome> thatUseNothingUp() {
        return Stream.of(
                Grants.NOT_SENT,
                Grants.THROTTLED,
                new RefreshOutcome.Throttled(Optional.of(Duration.ofSeconds(7))),
                Grants.APP_REJECTED);
    }

    @Test
    void answers_bothTokens_areSaved() {
        OneFlight flight = OneFlight.over(Grants.fresh())
                .goes()
                .answers(Grants.issued("1"))
                .goes();

        GrantRecord saved = flight.record();
        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(saved.access().token()).isEqualTo("A1");
        assertThat(saved.current()).isEqualTo(NEVER_PRESENTED.successor("R1"));
        assertThat(saved.previous()).contains(NEVER_PRESENTED.presented(NOW));
        assertThat(saved.lease()).isEmpty();
        assertThat(saved.setback()).isEqualTo(Setback.NONE);
        assertThat(saved.tokenSerial()).isEqualTo(2);
        Ending.Obtained obtained = flight.ending(Ending.Obtained.class);
        assertThat(obtained.grant()).isEqualTo(flight.grant());
        assertThat(obtained.access()).isEqualTo(saved.access());
    }

    @Test
    void answers_bothTokensAfterFailures_endTheBackOff() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS).goes();
        flight.passes(Duration.ofSeconds(1))
                .begins(Need.ANY)
                .goes()
                .answers(Grants.issued("1"))
                .goes();

        assertThat(flight.record().setback()).isEqualTo(Setback.NONE);
    }

    @Test
    void answers_noRefreshToken_keepsTheTokenAndResetsItsCount() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS).goes();
        flight.passes(Duration.ofSeconds(1)).begins(Need.ANY).goes();
        assertThat(flight.record().current().presentations()).isEqualTo(2);

        flight.answers(Grants.issued("1", Optional.empty(), Grants.HALF_HOUR)).goes();

        assertThat(flight.record().current()).isEqualTo(NEVER_PRESENTED);
        assertThat(flight.record().previous()).isEmpty();
        assertThat(flight.record().access().token()).isEqualTo("A1");
        flight.ending(Ending.Obtained.class);
    }

    @Test
    void answers_theSameRefreshToken_isAsGoodAsNone() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();

        flight.answers(Grants.issued("1", Optional.of("R0"), Grants.HALF_HOUR)).goes();

        assertThat(flight.record().current()).isEqualTo(NEVER_PRESENTED);
        assertThat(flight.record().previous()).isEmpty();
        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().access().token()).isEqualTo("A1");
    }

    @Test
    void answers_ambiguous_keepsStampAndCount() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().passes(Duration.ofSeconds(9));

        flight.answers(Grants.AMBIGUOUS).goes();

        assertThat(flight.record().current()).isEqualTo(NEVER_PRESENTED.presented(NOW));
        assertThat(flight.record().lease()).isEmpty();
        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(flight.ending(Ending.NotNow.class).reason()).contains("status 503");
        assertThat(flight.record().setback().lastError()).contains("Xero gave no usable answer (status 503)");
    }

    @Test
    void answers_ambiguousTwice_keepsTheFirstStampAndCountsTwo() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS).goes();
        flight.passes(Duration.ofMinutes(3)).begins(Need.ANY).goes();
        assertThat(flight.presents()).isEqualTo("R0");

        flight.answers(Grants.AMBIGUOUS).goes();

        RefreshCandidate current = flight.record().current();
        assertThat(current.firstPresentedAt()).contains(NOW);
        assertThat(current.lastPresentedAt()).contains(NOW.plus(Duration.ofMinutes(3)));
        assertThat(current.presentations()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("thatUseNothingUp")
    void answers_nothingUsedUp_isAsIfNeverPresented(RefreshOutcome outcome) {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(outcome).goes();

        assertThat(flight.record().current()).isEqualTo(NEVER_PRESENTED);
        assertThat(flight.record().lease()).isEmpty();
        assertThat(flight.record().setback().failures()).isEqualTo(1);
        assertThat(flight.record().setback().lastError()).isPresent();
        assertThat(flight.record().setback().nextAttempt()).isPresent();
        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @ParameterizedTest
    @MethodSource("thatUseNothingUp")
    void answers_nothingUsedUpAfterAnUnansweredOne_keepsThatOnesStamps(RefreshOutcome outcome) {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS).goes();

        flight.passes(Duration.ofMinutes(3))
                .begins(Need.ANY)
                .goes()
                .answers(outcome)
                .goes();

        assertThat(flight.record().current()).isEqualTo(NEVER_PRESENTED.presented(NOW));
        assertThat(flight.record().setback().failures()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("thatUseNothingUp")
    void answers_nothingUsedUp_leavesTheNextRefreshClean(RefreshOutcome outcome) {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(outcome).goes();

        flight.passes(Duration.ofMinutes(6))
                .begins(Need.ANY)
                .goes()
                .answers(Grants.issued("1"))
                .goes();

        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void answers_retryAfter_isTheNextAttemptForEveryProcess() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();

        flight.answers(new RefreshOutcome.Throttled(Optional.of(Duration.ofMinutes(7))))
                .goes();

        assertThat(flight.record().setback().nextAttempt()).contains(NOW.plus(Duration.ofMinutes(7)));
        assertThat(flight.ending(Ending.NotNow.class).next()).isEqualTo(NOW.plus(Duration.ofMinutes(7)));
        flight.passes(Duration.ofMinutes(7).minusNanos(1)).begins(Need.ANY).goes();
        assertThat(flight.ending(Ending.NotNow.class).reason()).contains("429");
        flight.passes(Duration.ofNanos(1)).begins(Need.ANY).goes();
        assertThat(flight.presents()).isEqualTo("R0");
    }

    @Test
    void answers_appRejected_endsWithItsCode() {
        OneFlight flight = OneFlight.over(Grants.fresh())
                .goes()
                .answers(Grants.APP_REJECTED)
                .goes();

        Ending.AppRejected ending = flight.ending(Ending.AppRejected.class);
        assertThat(ending.reason()).isEqualTo("unauthorized_client");
        assertThat(flight.record().setback().lastError())
                .contains("Xero rejects the application (unauthorized_client)");
        assertThat(flight.record().setback().nextAttempt()).contains(ending.next());
    }

    @Test
    void answers_wrongSecret_leavesNothingWithTheGrant() {
        GrantRecord before = Grants.fresh();
        OneFlight flight = OneFlight.over(before)
                .goes()
                .answers(new RefreshOutcome.AppRejected("invalid_client"))
                .goes();

        flight.ending(Ending.AppRejected.class);
        assertThat(flight.record().current()).isEqualTo(before.current());
        assertThat(flight.record().setback()).isEqualTo(before.setback());
        assertThat(flight.record().lease()).isEmpty();
    }

    @Test
    void answers_notSent_endsWithItsReason() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.NOT_SENT).goes();

        Ending.NotNow ending = flight.ending(Ending.NotNow.class);
        assertThat(ending.reason()).contains("no address");
        assertThat(flight.record().setback().nextAttempt()).contains(ending.next());
    }

    @Test
    void answers_refused_readsBeforeAnythingElse() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED);

        flight.action(Action.Read.class);
    }

    @Test
    void answers_refusedAndANewerTokenIsThere_adoptsIt() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED);

        flight.stores(was -> Grants.refreshed(was, "9", NOW)).goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
    }
}
