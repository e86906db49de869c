package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Doubt about the current token means another refresh soon; no doubt means none. */
class ConfirmTest {

    private static final Duration LEAST = Duration.ofSeconds(135);
    private static final Duration MOST = Duration.ofMinutes(20);
    private static final RefreshCandidate R0 = RefreshCandidate.ofConsent("R0");

    /** What casts doubt. Each leaves a record behind that was just written. */
    enum Doubt {
        SECOND_PRESENTATION {
            @Override
            void fly(OneFlight flight) {
                flight.stores(was -> was.edit().current(R0.presented(NOW)).done());
                flight.goes().answers(Grants.issued("1")).goes();
            }
        },
        SPARE_SUCCEEDED {
            @Override
            void fly(OneFlight flight) {
                flight.stores(was -> Grants.withSpares(was, R0.successor("R1")));
                flight.goes().answers(Grants.issued("2")).goes();
            }
        },
        CURRENT_SUCCEEDED_AFTER_A_REFUSED_SPARE {
            @Override
            void fly(OneFlight flight) {
                flight.stores(was -> Grants.withSpares(was, R0.successor("R1")));
                flight.goes()
                        .answers(Grants.REFUSED)
                        .goes()
                        .answers(Grants.issued("2"))
                        .goes();
            }
        },
        PREVIOUS_SUCCEEDED {
            @Override
            void fly(OneFlight flight) {
                flight.stores(was -> Grants.refreshed(NOW.minusSeconds(300)));
                flight.goes()
                        .answers(Grants.REFUSED)
                        .goes()
                        .answers(Grants.issued("2"))
                        .goes();
            }
        },
        SPARE_ARRIVED_AFTER_THE_LEASE {
            @Override
            void fly(OneFlight flight) {
                flight.goes().stores(was -> Grants.withSpares(was, Grants.spare("S")));
                flight.answers(Grants.issued("1")).goes();
            }
        },
        SPARE_ADDED {
            @Override
            void fly(OneFlight flight) {
                flight.goes().stores(was -> Grants.leasedByAnother(Grants.fresh(), NOW.plusSeconds(30)));
                flight.answers(Grants.issued("1")).goes();
                assertThat(flight.record().spares()).isNotEmpty();
            }
        };

        abstract void fly(OneFlight flight);

        Duration confirmedAfter(double share) {
            OneFlight flight = OneFlight.over(Grants.fresh()).draws(share);
            fly(flight);
            flight.ending(Ending.Obtained.class);
            return Duration.between(NOW, flight.record().confirmAt().orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void saves_doubt_isConfirmedAfterTwoAndAQuarterToTwentyMinutes(Doubt doubt) {
        assertThat(doubt.confirmedAfter(0)).isEqualTo(LEAST);
        assertThat(doubt.confirmedAfter(0.5))
                .isEqualTo(LEAST.plus(MOST.minus(LEAST).dividedBy(2)));
        assertThat(doubt.confirmedAfter(OneFlight.MOST)).isBetween(MOST.minusMillis(1), MOST);
    }

    @Test
    void saves_noDoubt_isNotToBeConfirmed() {
        OneFlight flight = OneFlight.over(Grants.refreshed(NOW.minus(Grants.HALF_HOUR)));

        flight.goes().answers(Grants.issued("2")).goes();

        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void saves_noDoubtWhileToBeConfirmed_isConfirmed() {
        GrantRecord record = Grants.refreshed(NOW.minus(Grants.HALF_HOUR))
                .edit()
                .confirmAt(Optional.of(NOW))
                .done();
        OneFlight flight =
                OneFlight.over(record).goes().answers(Grants.issued("2")).goes();

        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void saves_noDoubtWhileSparesAreKept_isNotToBeConfirmed() {
        OneFlight flight = OneFlight.over(Grants.withSpares(Grants.fresh(), Grants.spare("S")));

        flight.goes().answers(Grants.issued("1")).goes();

        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void saves_presentedLongAgo_isConfirmedWithinTwentySevenMinutesOfThat() {
        Instant first = NOW.minus(Duration.ofMinutes(10));

        assertThat(confirmAtAfterAPresentation(first, OneFlight.MOST)).isEqualTo(first.plus(Duration.ofMinutes(27)));
        assertThat(confirmAtAfterAPresentation(first, 0)).isEqualTo(NOW.plus(LEAST));
    }

    @Test
    void saves_presentedNearlyAWindowAgo_isConfirmedSoonerThanTwoMinutes() {
        Instant first = NOW.minus(Duration.ofMinutes(26));

        assertThat(confirmAtAfterAPresentation(first, 0)).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void saves_lostLeaseAndPresentedLongAgo_isConfirmedWithinTwentySevenMinutesOfThat() {
        Instant first = NOW.minus(Duration.ofMinutes(10));
        OneFlight flight = unanswered(first).draws(OneFlight.MOST).goes();

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(30)));
        flight.answers(Grants.issued("1")).goes();

        assertThat(flight.record().confirmAt()).contains(first.plus(Duration.ofMinutes(27)));
    }

    @Test
    void saves_spareToARecordToBeConfirmed_keepsTheEarlierTime() {
        assertThat(confirmAtAfterASpare(NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(60));
        assertThat(confirmAtAfterASpare(NOW.plus(Duration.ofHours(1)))).isEqualTo(NOW.plus(LEAST));
    }

    @Test
    void saves_doubt_isDueForCallersWhenItIsToBeConfirmed() {
        OneFlight flight = unanswered(NOW.minusSeconds(60))
                .goes()
                .answers(Grants.issued("1"))
                .goes();

        Instant confirmAt = flight.record().confirmAt().orElseThrow();
        assertThat(flight.record().access().refreshAt()).isEqualTo(confirmAt).isEqualTo(NOW.plus(LEAST));
        assertThat(flight.ending(Ending.Obtained.class).access().refreshAt()).isEqualTo(confirmAt);
    }

    @Test
    void saves_spare_isDueForItsCallersWhenItIsToBeConfirmed() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();
        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(30)));

        flight.answers(Grants.issued("1")).goes();

        assertThat(flight.ending(Ending.Obtained.class).access().refreshAt())
                .isEqualTo(flight.record().confirmAt().orElseThrow());
    }

    @Test
    void saves_dueBeforeItIsToBeConfirmed_staysDueThen() {
        OneFlight flight = unanswered(NOW.minusSeconds(60)).draws(OneFlight.MOST);

        flight.goes()
                .answers(Grants.issued("1", Optional.of("R1"), Duration.ofMinutes(10)))
                .goes();

        Instant due = flight.record().access().refreshAt();
        assertThat(due).isBefore(NOW.plusSeconds(450));
        assertThat(flight.ending(Ending.Obtained.class).access().refreshAt()).isEqualTo(due);
    }

    private static Instant confirmAtAfterAPresentation(Instant first, double share) {
        OneFlight flight = unanswered(first).draws(share);
        flight.goes().answers(Grants.issued("1")).goes();
        return flight.record().confirmAt().orElseThrow();
    }

    private static Instant confirmAtAfterASpare(Instant before) {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();
        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(30))
                .edit()
                .confirmAt(Optional.of(before))
                .done());
        flight.answers(Grants.issued("1")).goes();
        return flight.record().confirmAt().orElseThrow();
    }

    private static OneFlight unanswered(Instant first) {
        return OneFlight.over(Grants.fresh().edit().current(R0.presented(first)).done());
    }

    @Test
    void saves_tokenPassedOver_isConfirmedWhileThatOnesWindowLasts() {
        RefreshCandidate current = RefreshCandidate.ofConsent("R0")
                .presented(Grants.NOW.minus(Duration.ofMinutes(15)))
                .presented(Grants.NOW.minusSeconds(20));
        GrantRecord record =
                Grants.withSpares(Grants.fresh().edit().current(current).done(), current.successor("R1"));
        OneFlight flight = OneFlight.over(record).draws(OneFlight.MOST).goes();
        assertThat(flight.presents()).isEqualTo("R1");

        flight.answers(Grants.issued("2")).goes();

        assertThat(flight.record().spares()).contains(current);
        assertThat(flight.record().confirmAt()).contains(Grants.NOW.plus(Duration.ofMinutes(12)));
    }
}
