package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changes without each of the rules that the explorer does not miss, because it knows no hours and no windows. */
class LeftOutTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static void refreshes(OneFlight flight) {
        flight.goes().answers(Grants.issued("2")).goes().ending(Ending.Obtained.class);
    }

    private static OneFlight savedInDoubt(OneFlight flight) {
        flight.goes().answers(Grants.AMBIGUOUS).goes().passes(MINUTE).begins(Need.ANY);
        refreshes(flight);
        return flight;
    }

    @Test
    void confirm_saveInDoubt_isConfirmedOnlyWithTheRule() {
        assertThat(savedInDoubt(OneFlight.over(Grants.fresh())).record().confirmAt())
                .isPresent();

        OneFlight without = savedInDoubt(OneFlight.without(Rule.CONFIRM, Grants.fresh()));

        assertThat(without.record().confirmAt()).isEmpty();
        assertThat(without.record().access().refreshAt())
                .isEqualTo(NOW.plus(MINUTE).plus(Duration.ofMinutes(15)));
    }

    @Test
    void confirm_spare_isConfirmedOnlyWithTheRule() {
        assertThat(spared(OneFlight.over(Grants.fresh())).confirmAt()).isPresent();

        assertThat(spared(OneFlight.without(Rule.CONFIRM, Grants.fresh())).confirmAt())
                .isEmpty();
    }

    private static GrantRecord spared(OneFlight flight) {
        flight.goes().stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(60)));
        flight.answers(Grants.issued("1")).goes();
        assertThat(flight.record().spares()).hasSize(1);
        return flight.record();
    }

    @Test
    void sparesLiveADay_cleanSave_dropsThemOnlyWithoutTheRule() {
        GrantRecord record = Grants.withSpares(Grants.fresh(), Grants.spare("S"));
        OneFlight with = OneFlight.over(record);
        OneFlight without = OneFlight.without(Rule.SPARES_LIVE_A_DAY, record);

        refreshes(with);
        refreshes(without);

        assertThat(with.record().spares()).containsExactly(Grants.spare("S"));
        assertThat(without.record().spares()).isEmpty();
        assertThat(without.record().cleanSince()).isEmpty();
    }

    @Test
    void sparesLiveADay_saveInDoubt_keepsThemWithoutTheRuleToo() {
        GrantRecord record = Grants.withSpares(Grants.fresh(), Grants.spare("S"));

        OneFlight without = savedInDoubt(OneFlight.without(Rule.SPARES_LIVE_A_DAY, record));

        assertThat(without.record().spares()).containsExactly(Grants.spare("S"));
    }

    @Test
    void timeIsNoPermission_windowIsOver_isTriedOnlyWithTheRule() {
        RefreshCandidate parent = RefreshCandidate.ofConsent("R0").presented(NOW.minus(Grants.HALF_HOUR));
        GrantRecord record = Grants.fresh()
                .edit()
                .current(parent.successor("R1"))
                .previous(parent)
                .done();
        OneFlight with = OneFlight.over(record).goes().answers(Grants.REFUSED).goes();
        assertThat(with.presents()).isEqualTo("R0");

        OneFlight without = OneFlight.without(Rule.TIME_IS_NO_PERMISSION, record)
                .goes()
                .answers(Grants.REFUSED)
                .goes();

        without.ending(Ending.NotNow.class);
    }

    @Test
    void timeIsNoPermission_windowIsNotOver_isTriedWithoutTheRuleToo() {
        GrantRecord record = Grants.refreshed(NOW.minus(Grants.HALF_HOUR).plusNanos(1));

        OneFlight without = OneFlight.without(Rule.TIME_IS_NO_PERMISSION, record)
                .goes()
                .answers(Grants.REFUSED)
                .goes();

        assertThat(without.presents()).isEqualTo("R0");
    }

    @Test
    void sharedClockOrOwnCounter_leaseOverByTheClock_isTakenOnlyWithoutTheRule() {
        Memory noSharedClock = new Memory(Optional.empty(), Optional.empty(), false);
        GrantRecord leased = Grants.leased(Grants.fresh(), "another", NOW.minusSeconds(30));
        OneFlight.over(leased).begins(Need.ANY, noSharedClock).goes().action(Action.ReadLater.class);

        OneFlight without = OneFlight.without(Rule.SHARED_CLOCK_OR_OWN_COUNTER, leased)
                .begins(Need.ANY, noSharedClock)
                .goes();

        assertThat(without.presents()).isEqualTo("R0");
    }
}
