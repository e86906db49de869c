package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The token whose presentation succeeded last, and those that a save passes over. */
class PreviousTest {

    private static final RefreshCandidate R0 = RefreshCandidate.ofConsent("R0");
    private static final Duration TRAVEL = Duration.ofSeconds(135);

    @Test
    void saves_presentedSeveralTimes_keepsTheEarliestStampOfItsEpisode() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS).goes();
        flight.passes(Duration.ofMinutes(3))
                .begins(Need.ANY)
                .goes()
                .answers(Grants.AMBIGUOUS)
                .goes();

        flight.passes(Duration.ofMinutes(3)).begins(Need.ANY).goes();
        flight.answers(Grants.issued("1")).goes();

        RefreshCandidate previous = flight.record().previous().orElseThrow();
        assertThat(previous.token()).isEqualTo("R0");
        assertThat(previous.firstPresentedAt()).contains(NOW);
        assertThat(previous.lastPresentedAt()).contains(NOW.plus(Duration.ofMinutes(6)));
        assertThat(previous.presentations()).isEqualTo(3);
    }

    @Test
    void saves_fromPrevious_keepsItWithItsFirstStamp() {
        Instant first = NOW.minus(Duration.ofMinutes(20));
        OneFlight flight = OneFlight.over(Grants.refreshed(first))
                .goes()
                .answers(Grants.REFUSED)
                .goes();

        flight.answers(Grants.issued("2")).goes();

        RefreshCandidate previous = flight.record().previous().orElseThrow();
        assertThat(previous.token()).isEqualTo("R0");
        assertThat(previous.firstPresentedAt()).contains(first);
        assertThat(previous.presentations()).isEqualTo(2);
        assertThat(flight.record().current().parent()).contains(R0.fingerprint());
    }

    @Test
    void saves_fromASpare_keepsTheSpareAndNotTheOldCurrentAsPrevious() {
        OneFlight flight = OneFlight.over(Grants.withSpares(Grants.fresh(), R0.successor("R1")))
                .goes();

        flight.answers(Grants.issued("2")).goes();

        assertThat(flight.record().previous()).contains(R0.successor("R1").presented(NOW));
    }

    @Test
    void saves_fromCurrent_forgetsTheOneBefore() {
        OneFlight flight =
                OneFlight.over(Grants.refreshed(NOW.minus(Grants.HALF_HOUR))).goes();

        flight.answers(Grants.issued("2")).goes();

        assertThat(flight.record().previous().orElseThrow().token()).isEqualTo("R1");
        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void saves_anotherTokenMayStillBeTravelling_keepsItAsASpareAndConfirms() {
        RefreshCandidate travelling =
                Grants.spare("P").presented(NOW.minus(TRAVEL).plusMillis(1));

        OneFlight flight = refreshedAfter(travelling);

        assertThat(flight.record().spares()).containsExactly(travelling);
        assertThat(flight.record().confirmAt()).isPresent();
    }

    @Test
    void saves_anotherTokenHasArrivedOrIsLost_forgetsIt() {
        RefreshCandidate arrived = Grants.spare("P").presented(NOW.minus(TRAVEL));

        OneFlight flight = refreshedAfter(arrived);

        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void saves_anotherTokenMayStillBeTravelling_countsFromBeforeTheLease() {
        RefreshCandidate travelling =
                Grants.spare("P").presented(NOW.minus(TRAVEL).plusMillis(1));
        OneFlight flight = OneFlight.over(with(travelling)).goes().passes(Duration.ofSeconds(20));

        flight.answers(Grants.issued("1")).goes();

        assertThat(flight.record().spares()).containsExactly(travelling);
    }

    @Test
    void saves_anotherTokenTravelledAndWasRefused_forgetsIt() {
        RefreshCandidate travelling = R0.presented(NOW.minusSeconds(60));
        RefreshCandidate current = travelling.successor("R1");
        GrantRecord record = Grants.fresh()
                .edit()
                .current(current)
                .previous(travelling)
                .spares(List.of(current.successor("R2")))
                .done();
        OneFlight flight = OneFlight.over(record);
        flight.goes().answers(Grants.REFUSED).goes().answers(Grants.REFUSED).goes();
        assertThat(flight.presents()).isEqualTo("R0");

        flight.answers(Grants.REFUSED)
                .stores(was -> Grants.withSpares(was, Grants.spare("S")))
                .goes();
        assertThat(flight.presents()).isEqualTo("S");
        flight.answers(Grants.issued("9")).goes();

        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().previous().orElseThrow().token()).isEqualTo("S");
    }

    @Test
    void saves_anotherTokenPresentedAgainLately_keepsIt() {
        RefreshCandidate travelling =
                Grants.spare("P").presented(NOW.minusSeconds(600)).presented(NOW.minusSeconds(60));

        assertThat(refreshedAfter(travelling).record().spares()).containsExactly(travelling);
    }

    private static OneFlight refreshedAfter(RefreshCandidate previous) {
        return OneFlight.over(with(previous)).goes().answers(Grants.issued("1")).goes();
    }

    /** A previous token that is not the parent of the current one. */
    private static GrantRecord with(RefreshCandidate previous) {
        return Grants.fresh().edit().previous(previous).done();
    }
}
